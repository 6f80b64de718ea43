/** How numbers, days and lists are written in a brief. */
export { listed } from "#model/listed.ts";
export { dayInWords, MONTH_NAMES, monthInWords } from "#model/day-in-words.ts";
export { estimate, inPoints, percentInProse as percent, share } from "#model/percent.ts";
import { interval, percentInProse as percent } from "#model/percent.ts";
import { estimativeWords } from "#science/belief/words.ts";

/** Percentage points between two probabilities as a reader of the two rounded numbers would count them. */
export function pointsBetween(before: number, after: number): number {
  return Math.round(after * 100) - Math.round(before * 100);
}

/** `+6 points`. */
export function points(change: number): string {
  return `${change < 0 ? "−" : "+"}${Math.abs(change)} point${Math.abs(change) === 1 ? "" : "s"}`;
}

/**
 * How likely something is, as a clause: `it is very likely (84 %, 81–90) that …` where one band holds the whole
 * interval, else `the probability that … is 62 % (48–74), from roughly even chance to likely`.
 */
export function likely(something: string, p: number, low: number, high: number): string {
  const words = estimativeWords(p, low, high);
  const range = interval(low, high);
  if (words.includes(" to "))
    return `the probability that ${something} is ${percent(p)} (${range}), from ${words}`;
  if (words.includes("%")) return `the probability that ${something} is ${words}`;
  const chance = words.endsWith("chance")
    ? `there is ${words.startsWith("roughly") ? "a " : ""}${words}`
    : `it is ${words}`;
  return `${chance} (${percent(p)}, ${range}) that ${something}`;
}

/** What a shift in log-odds does: `multiplies the odds by 3.4`. */
export function oddsShift(logOdds: number): string {
  const factor = Math.exp(Math.abs(logOdds));
  const said = factor >= 100 ? "more than 100" : factor.toFixed(factor >= 10 ? 0 : 1);
  return `${logOdds < 0 ? "divides" : "multiplies"} the odds by ${said}`;
}

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** `no warnings`, `one warning`, `12 warnings`. */
export function counted(count: number, noun: string): string {
  return `${SMALL[count] ?? rounded(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Words of the record or of the watch, marked as theirs. */
export function quoted(text: string): string {
  return `“${text
    .replace(/[.\s]+$/u, "")
    .replaceAll("“", "‘")
    .replaceAll("”", "’")}”`;
}

const ONE_DECIMAL = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** `0.5`, `37`, `1,240`: one decimal below ten, thousands set apart so that no count reads as a year. */
export function rounded(value: number): string {
  return (Math.abs(value) < 10 ? ONE_DECIMAL : WHOLE).format(value);
}
