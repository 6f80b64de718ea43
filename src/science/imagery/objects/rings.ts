/** A closed ring of pixel corners, first equal to last; x to the right, y downwards. */
export type Ring = readonly (readonly [number, number])[];

/** Directions right, down, left, up: walking along them keeps the object on the right hand, seen from above. */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/**
 * The exact outline of one labelled object: the outside ring first, then its holes, corners only. Objects that touch
 * at a corner alone stay apart. Rings run clockwise on the screen outside and the other way round holes, which is
 * GeoJSON's order turned over by an axis y that points down.
 */
export function ringsOf(members: Int32Array, labels: Int32Array, label: number, width: number): Ring[] {
  const height = labels.length / width;
  const isInside = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && labels[y * width + x] === label;
  const edges = new Set<number>();
  const key = (x: number, y: number, direction: number) => (y * (width + 1) + x) * 4 + direction;
  for (const i of members) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (!isInside(x, y - 1)) edges.add(key(x, y, 0));
    if (!isInside(x + 1, y)) edges.add(key(x + 1, y, 1));
    if (!isInside(x, y + 1)) edges.add(key(x + 1, y + 1, 2));
    if (!isInside(x - 1, y)) edges.add(key(x, y + 1, 3));
  }
  const rings: Ring[] = [];
  for (const start of edges) rings.push(walk(edges, start, width));
  return rings.sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)));
}

/** Follows edges from one until it closes, turning right where two go on, and takes them out of the set. */
function walk(edges: Set<number>, start: number, width: number): Ring {
  const ring: [number, number][] = [];
  let edge = start;
  let arrived = -1;
  do {
    edges.delete(edge);
    const direction = edge % 4;
    const corner = Math.floor(edge / 4);
    const [x, y] = [corner % (width + 1), Math.floor(corner / (width + 1))];
    if (direction !== arrived) ring.push([x, y]);
    arrived = direction;
    const [dx, dy] = STEPS[direction]!;
    const next = ((y + dy) * (width + 1) + x + dx) * 4;
    const turns = [1, 0, 3].map((turn) => next + ((direction + turn) % 4));
    edge = turns.find((candidate) => edges.has(candidate) || candidate === start)!;
  } while (edge !== start);
  if (start % 4 === arrived) ring.shift();
  ring.push(ring[0]!);
  return ring;
}

/** Twice the area; positive for rings clockwise on the screen. */
export function signedArea(ring: Ring): number {
  let area = 0;
  for (let i = 1; i < ring.length; i++) {
    area += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  }
  return area;
}
