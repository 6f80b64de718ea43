/** The probability left when evidence worth so many log-odds is taken away. */
export function withoutIt(p: number, logOdds: number): number {
  const odds = (p / (1 - p)) * Math.exp(-logOdds);
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}
