/** Lower factor L with L Lᵀ = A, rows of a positive definite matrix; null where A is singular to rounding. */
function cholesky(a: readonly (readonly number[])[]): number[][] | null {
  const factor: number[][] = [];
  for (const [i, row] of a.entries()) {
    factor.push([]);
    for (let j = 0; j <= i; j++) {
      let sum = row[j]!;
      for (let k = 0; k < j; k++) sum -= factor[i]![k]! * factor[j]![k]!;
      if (i === j && !(sum > 1e-12 * Math.abs(row[i]!))) return null;
      factor[i]!.push(i === j ? Math.sqrt(sum) : sum / factor[j]![j]!);
    }
  }
  return factor;
}

/** The solution of A x = b for a symmetric positive definite A; null where A is singular to rounding. */
export function solveSymmetric(a: readonly (readonly number[])[], b: readonly number[]): number[] | null {
  const factor = cholesky(a);
  if (factor === null) return null;
  const x = [...b];
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i]! -= factor[i]![k]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= factor[k]![i]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  return x;
}

/** The inverse of a symmetric positive definite matrix; null where it is singular to rounding. */
export function invertSymmetric(a: readonly (readonly number[])[]): number[][] | null {
  const columns: number[][] = [];
  for (const i of a.keys()) {
    const column = solveSymmetric(
      a,
      a.map((_, k) => (k === i ? 1 : 0)),
    );
    if (column === null) return null;
    columns.push(column);
  }
  return columns;
}

/** The logarithm of the determinant of a symmetric positive definite matrix; null where it is singular to rounding. */
export function logDeterminant(a: readonly (readonly number[])[]): number | null {
  return cholesky(a)?.reduce((sum, row) => sum + 2 * Math.log(row.at(-1)!), 0) ?? null;
}
