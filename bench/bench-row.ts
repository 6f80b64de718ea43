/** One measured figure; `peer` is the same figure for another program in the same run, `ratio` how they compare. */
export interface BenchRow {
  readonly name: string;
  readonly figure: string;
  readonly peer?: string;
  readonly ratio?: string;
  readonly target?: string;
}
