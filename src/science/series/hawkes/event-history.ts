import { counted } from "#science/numbers/index.ts";
import { SeriesRefused } from "../series-error.ts";

/** Events of several types in the window [0, duration], which was watched from end to end. */
export interface EventHistory {
  /** Ascending, in any one unit. */
  readonly times: Float64Array;
  /** 0 … typeCount − 1, one per event. */
  readonly types: Int32Array;
  readonly typeCount: number;
  readonly duration: number;
  /** The unit times were rounded to and then spread over: no order within it is known. Absent where times are as seen. */
  readonly unit?: number;
}

/** Fewer events of a type cannot tell a rate from an excitation at all. */
export const FEWEST_EVENTS = 10;

/** How many events each type has. */
export function countsByType({ types, typeCount }: EventHistory): number[] {
  const counts = Array<number>(typeCount).fill(0);
  for (const type of types) counts[type]!++;
  return counts;
}

/** Refuses what no Hawkes process can be fitted to, and says what would be enough; types by their names, where given. */
export function checkHistory(history: EventHistory, names: readonly string[] = []): void {
  const { times, types, typeCount, duration } = history;
  if (times.length !== types.length) {
    throw new RangeError(`one type per time, got ${types.length} for ${times.length}`);
  }
  times.forEach((time, n) => {
    if (!Number.isFinite(time)) {
      throw new SeriesRefused(
        "not-finite",
        `event ${n + 1} is at ${time}`,
        "every time must be a finite number",
      );
    }
    if (time < 0 || time > duration) {
      const window = `the window from 0 to ${duration}`;
      throw new SeriesRefused(
        "bad-number",
        `event ${n + 1} at ${time} lies outside ${window}`,
        "widen the window",
      );
    }
    if (n > 0 && time < times[n - 1]!) {
      const order = `event ${n + 1} at ${time} comes after one at ${times[n - 1]}`;
      throw new SeriesRefused("not-ordered", order, "sort the events by time");
    }
  });
  for (const [type, count] of countsByType({ ...history, typeCount }).entries()) {
    if (count >= FEWEST_EVENTS) continue;
    const remedy = `at least ${FEWEST_EVENTS} of every type are needed to fit, about 100 for an interval that says something`;
    throw new SeriesRefused("too-few", `type ${names[type] ?? type} has ${counted(count, "event")}`, remedy);
  }
  if (times[0] === times.at(-1)) {
    const problem = `all ${times.length} events are at one time, ${times[0]}`;
    throw new SeriesRefused("no-variance", problem, "times that differ would be enough");
  }
}
