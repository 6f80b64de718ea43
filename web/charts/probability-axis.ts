/** The y axis of every chart of probabilities: 0 to 1 unless more room is asked for below. */
export function probabilityAxis(from = 0) {
  return {
    domain: [from, 1],
    ticks: [0, 0.5, 1],
    tickFormat: (p: number) => `${p * 100}\u202f%`,
    label: null,
    tickSize: 0,
  };
}
