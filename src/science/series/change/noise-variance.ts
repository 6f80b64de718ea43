const NORMAL_QUARTILE = 0.6744897501960817;

/** Half the variance of the steps between values, by their median size where that is not 0: levels fall out. */
export function noiseVariance(values: Float64Array): number {
  const steps = Float64Array.from({ length: values.length - 1 }, (_, i) =>
    Math.abs(values[i + 1]! - values[i]!),
  ).sort();
  const median = steps[steps.length >> 1]!;
  if (median > 0) return (median / NORMAL_QUARTILE) ** 2 / 2;
  return steps.reduce((sum, step) => sum + step * step, 0) / steps.length / 2;
}
