import { SeriesRefused } from "./series-error.ts";

/** Differences this small beside the values are rounding. */
const ROUNDING = 1e-13;

/** Squares below the smallest normal number have lost their digits. */
const LEAST_SQUARE = 2 ** -1022;

/** Refuses values that are no numbers, none that differ, and such as are too far apart or too close to be squared. */
export function checkValues(values: Float64Array): void {
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new SeriesRefused(
      "not-finite",
      `value ${bad + 1} is ${values[bad]}`,
      "expected a finite number; leave out what is unknown",
    );
  }
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  if (high - low <= ROUNDING * Math.max(Math.abs(low), Math.abs(high))) {
    const all =
      low === high
        ? `all ${values.length} values are ${low}`
        : `all ${values.length} values are ${low} but for rounding`;
    throw new SeriesRefused("no-variance", all, "values that differ would be enough");
  }
  if ((high - low) ** 2 < LEAST_SQUARE) {
    throw new SeriesRefused(
      "bad-number",
      `values run from ${low} to ${high}, too close to be squared`,
      "expected a smaller unit, or a slip mended",
    );
  }
  if (!Number.isFinite(values.length * (high - low) ** 2)) {
    throw new SeriesRefused(
      "bad-number",
      `values run from ${low} to ${high}, too far apart to be squared`,
      "expected a larger unit, or a slip mended",
    );
  }
}

/** What keeps a covariate's squares from being taken, and the place of the value furthest out. */
export interface BeyondSquares {
  readonly at: number;
  readonly problem: string;
  readonly remedy: string;
}

/** Squares of spreads between these can be summed over any number of rows. */
const [LEAST_SPREAD, MOST_SPREAD] = [1e-150, 1e150];

/** Whether finite values are too far apart, or too close though they differ, for their variance; null where neither. */
export function beyondSquares(values: readonly number[]): BeyondSquares | null {
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const spread = high - low;
  if (spread === 0 || (spread >= LEAST_SPREAD && spread <= MOST_SPREAD)) return null;
  const middle = values.toSorted((a, b) => a - b)[values.length >> 1]!;
  const at = values.indexOf(high - middle > middle - low ? high : low);
  return spread < LEAST_SPREAD
    ? { at, problem: "too close to be squared", remedy: "expected a smaller unit, or a slip mended" }
    : { at, problem: "too far apart to be squared", remedy: "expected a larger unit, or a slip mended" };
}

/** Refuses the values of one covariate that are no numbers, or too far apart or too close for their variance; they are told by place. */
export function checkCovariate(values: readonly number[], place: number): void {
  if (!values.every(Number.isFinite)) {
    throw new SeriesRefused(
      "not-finite",
      `covariate ${place} holds something that is no number`,
      "leave such rows out",
    );
  }
  const beyond = beyondSquares(values);
  if (beyond === null) return;
  throw new SeriesRefused("bad-number", `covariate ${place} holds numbers ${beyond.problem}`, beyond.remedy);
}
