/** A square matrix by rows. */
export type Matrix = readonly Float64Array[];

/** Adds `factor` times a vector to another in place. */
export function addTimes(to: Float64Array, factor: number, vector: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += factor * vector[i]!;
}

/** The scalar product of two vectors. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Lower factor L with L Lᵀ = A of a symmetric positive definite matrix; a pivot lost to rounding is kept tiny. */
export function choleskyOf(a: Matrix): Float64Array[] {
  const lower = a.map(() => new Float64Array(a.length));
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      lower[i]![j] =
        i === j ? Math.sqrt(Math.max(sum, 1e-12 * Math.abs(a[i]![i]!) + 1e-300)) : sum / lower[j]![j]!;
    }
  }
  return lower;
}

/** Solves L x = b in place of b. */
export function solveLower(lower: Matrix, b: Float64Array): Float64Array {
  for (let i = 0; i < b.length; i++) {
    for (let k = 0; k < i; k++) b[i]! -= lower[i]![k]! * b[k]!;
    b[i]! /= lower[i]![i]!;
  }
  return b;
}

/** Solves Lᵀ x = b in place of b. */
export function solveUpper(lower: Matrix, b: Float64Array): Float64Array {
  for (let i = b.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < b.length; k++) b[i]! -= lower[k]![i]! * b[k]!;
    b[i]! /= lower[i]![i]!;
  }
  return b;
}

/** The solution of A x = b for a symmetric positive definite A. */
export function solvePositive(a: Matrix, b: Float64Array): Float64Array {
  const lower = choleskyOf(a);
  return solveUpper(lower, solveLower(lower, b.slice()));
}

/** Eigenvalues and eigenvectors (by rows) of a symmetric matrix, largest first. Jacobi 1846, cyclic sweeps. */
export function symmetricEigen(matrix: Matrix): { values: number[]; vectors: Float64Array[] } {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = a.map((_, i) => Float64Array.from(a, (__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60 && offDiagonal(a) > 1e-22; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  }
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!);
  return { values: order.map((i) => a[i]![i]!), vectors: order.map((i) => v[i]!) };
}

function offDiagonal(a: Matrix): number {
  let [off, all] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < a.length; j++) {
      const square = a[i]![j]! ** 2;
      all += square;
      if (i !== j) off += square;
    }
  }
  return all === 0 ? 0 : off / all;
}

function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  const off = a[p]![q]!;
  if (off === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k]![p]!, a[k]![q]!];
    a[k]![p] = c * x - s * y;
    a[k]![q] = s * x + c * y;
  }
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = c * x - s * y;
    a[q]![k] = s * x + c * y;
    const [vx, vy] = [v[p]![k]!, v[q]![k]!];
    v[p]![k] = c * vx - s * vy;
    v[q]![k] = s * vx + c * vy;
  }
}
