/** Numbers in a row: four coefficients, what is seen, weight. */
export const ROW = 6;

/** Least squares for the first so many coefficients of such rows, by Gauss–Jordan on the normal equations. */
export function solveWeighted(rows: Float64Array, unknowns: number): Float64Array {
  const width = unknowns + 1;
  const normal = new Float64Array(unknowns * width);
  for (let k = 0; k < rows.length; k += ROW) {
    for (let a = 0; a < unknowns; a++) {
      const wa = rows[k + 5]! * rows[k + a]!;
      for (let b = 0; b < unknowns; b++) normal[a * width + b]! += wa * rows[k + b]!;
      normal[a * width + unknowns]! += wa * rows[k + 4]!;
    }
  }
  for (let p = 0; p < unknowns; p++) {
    const pivot = normal[p * width + p]! + 1e-12;
    for (let b = p; b < width; b++) normal[p * width + b]! /= pivot;
    for (let a = 0; a < unknowns; a++) {
      if (a === p) continue;
      const factor = normal[a * width + p]!;
      for (let b = p; b < width; b++) normal[a * width + b]! -= factor * normal[p * width + b]!;
    }
  }
  return Float64Array.from({ length: unknowns }, (_, a) => normal[a * width + unknowns]!);
}
