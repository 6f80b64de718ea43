/** Why a question about a series is refused. */
export type SeriesFault =
  | "too-few"
  | "not-finite"
  | "not-ordered"
  | "no-variance"
  | "band"
  | "too-coarse"
  | "too-large"
  | "bad-number";

/** The data cannot bear the question. The message is one line: the problem, then what would be enough. */
export class SeriesRefused extends RangeError {
  override name = "SeriesRefused";
  readonly fault: SeriesFault;
  readonly problem: string;
  readonly remedy: string;

  constructor(fault: SeriesFault, problem: string, remedy: string) {
    super(`${problem}; ${remedy}`);
    this.fault = fault;
    this.problem = problem;
    this.remedy = remedy;
  }
}
