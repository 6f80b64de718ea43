/** MapLibre's globe is a sphere of this radius. */
export const EARTH_RADIUS_KM = 6371;

/** How the globe is seen at a moment: its matrix, the camera in its radii, and how far the Earth has turned. */
export interface View {
  readonly matrix: Float64Array;
  readonly eye: readonly [number, number, number];
  readonly sidereal: number;
}

/** Where the camera stands: the one point that the matrix takes to x = y = w = 0. */
export function eyeOf(m: ArrayLike<number>): [number, number, number] {
  const row = (i: number) => [m[i]!, m[4 + i]!, m[8 + i]!, m[12 + i]!] as const;
  const [a, b, c] = [row(0), row(1), row(3)];
  const minor = (i: number, j: number, k: number) =>
    a[i]! * (b[j]! * c[k]! - b[k]! * c[j]!) -
    a[j]! * (b[i]! * c[k]! - b[k]! * c[i]!) +
    a[k]! * (b[i]! * c[j]! - b[j]! * c[i]!);
  const whole = minor(0, 1, 2);
  return [-minor(3, 1, 2) / whole, -minor(0, 3, 2) / whole, -minor(0, 1, 3) / whole];
}

/** Where a state continued by so many seconds stands, 0 to 1 from left and top; null where it is hidden. */
export function onCanvas(state: Float32Array, seconds: number, view: View): [x: number, y: number] | null {
  const [x, y, z] = [0, 1, 2].map((i) => state[i]! + seconds * state[i + 3]!) as [number, number, number];
  const [cos, sin] = [Math.cos(view.sidereal), Math.sin(view.sidereal)];
  const place = [cos * y - sin * x, z, cos * x + sin * y].map((km) => km / EARTH_RADIUS_KM);
  const ray = place.map((at, i) => at - view.eye[i]!);
  const along = -dot(view.eye, ray) / dot(ray, ray);
  const closest = view.eye.map((at, i) => at + along * ray[i]!);
  if (along < 1 && dot(closest, closest) < 1) return null;
  const clip = (row: number) =>
    dot(
      [0, 4, 8, 12].map((i) => view.matrix[i + row]!),
      [...place, 1],
    );
  const w = clip(3);
  return w > 0 ? [(1 + clip(0) / w) / 2, (1 - clip(1) / w) / 2] : null;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
