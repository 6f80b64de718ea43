/** ln(p / (1 − p)) for p in [0, 1]; ±∞ at the ends. */
export function logit(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`logit wants a probability in [0, 1], got ${p}`);
  return Math.log(p) - Math.log1p(-p);
}

/** 1 / (1 + exp(−x)), without overflow and with full relative accuracy in the lower tail. */
export function expit(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const odds = Math.exp(x);
  return odds / (1 + odds);
}

/** ln Σ exp(vᵢ) without overflow; −∞ for no values. */
export function logSumExp(values: ArrayLike<number>): number {
  let top = -Infinity;
  for (let i = 0; i < values.length; i++) top = Math.max(top, values[i]!);
  if (top === -Infinity || top === Infinity) return top;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.exp(values[i]! - top);
  return top + Math.log(sum);
}

/** ln(1 − exp(x)) for x ≤ 0, by whichever form keeps its digits. Mächler 2012. */
export function logOneMinusExp(x: number): number {
  if (!(x <= 0)) throw new RangeError(`ln(1 − exp(x)) wants x ≤ 0, got ${x}`);
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}
