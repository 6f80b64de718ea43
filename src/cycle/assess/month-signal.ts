/** P(critical), and P(critical now or within 90 days, and within a year), per scenario at the end of a month. */
export interface MonthSignal {
  readonly critical: readonly number[];
  readonly soon: readonly number[];
  readonly withinYear: readonly number[];
}
