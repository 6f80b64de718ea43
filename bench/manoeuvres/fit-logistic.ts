/** The constant, then a slope for each value. */
export type Weights<Evidence extends readonly number[] = readonly [number, number, number]> = readonly [
  number,
  ...Evidence,
];

/** Logistic regression on some values and a constant, by Newton's method, with a ridge of one on the slopes. */
export function fitLogistic<Evidence extends readonly number[]>(
  rows: readonly { readonly evidence: Evidence; readonly isRight: boolean }[],
): Weights<Evidence> {
  let weights = [0, ...(rows[0]?.evidence ?? []).map(() => 0)];
  for (let pass = 0; pass < 30; pass++) {
    const gradient = weights.map((w, i) => (i === 0 ? 0 : -w));
    const hessian = weights.map((_, i) => weights.map((_w, j) => (i === j ? (i === 0 ? 1e-6 : 1) : 0)));
    for (const { evidence, isRight } of rows) {
      const x = [1, ...evidence];
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i]!, 0)));
      for (let i = 0; i < x.length; i++) {
        gradient[i]! += x[i]! * ((isRight ? 1 : 0) - p);
        for (let j = 0; j < x.length; j++) hessian[i]![j]! += x[i]! * x[j]! * p * (1 - p);
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((w, i) => w + step[i]!);
  }
  return weights as unknown as Weights<Evidence>;
}

/** Gauss–Jordan on a small positive definite matrix. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (const [k, pivotRow] of rows.entries()) {
    const pivot = pivotRow[k]!;
    for (let j = k; j < pivotRow.length; j++) pivotRow[j]! /= pivot;
    for (const row of rows) {
      if (row === pivotRow) continue;
      const factor = row[k]!;
      for (let j = k; j < row.length; j++) row[j]! -= factor * pivotRow[j]!;
    }
  }
  return rows.map((row) => row.at(-1)!);
}
