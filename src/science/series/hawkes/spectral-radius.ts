/** The largest absolute eigenvalue of a matrix of non-negative entries, by repeated squaring: ρ = lim ‖Aⁿ‖^(1/n). */
export function spectralRadius(a: readonly ArrayLike<number>[]): number {
  let power = a.map((row) => Array.from(row));
  let logNorm = 0;
  for (let n = 1; n < 2 ** 50; n *= 2) {
    const norm = Math.max(...power.flat());
    if (norm === 0) return 0;
    logNorm += Math.log(norm) / n;
    const scaled = power.map((row) => row.map((value) => value / norm));
    power = scaled.map((row) =>
      row.map((_, j) => row.reduce((sum, value, k) => sum + value * scaled[k]![j]!, 0)),
    );
  }
  return Math.exp(logNorm);
}
