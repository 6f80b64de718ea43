/** How numbers, days and lists are written in a brief. */
import type { Day, Month } from "#model/day.ts";
import { estimativeWords } from "#science/belief/words.ts";

export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `34 %`; outside 1–99 % the limit is said, for no estimate is that sharp. */
export function percent(p: number): string {
  if (p < 0.01) return "below 1 %";
  return p > 0.99 ? "above 99 %" : `${Math.round(p * 100)} %`;
}

/** `34 %, 22–47`: the probability and its 5–95 % interval. */
export function estimate(p: number, low: number, high: number): string {
  return `${percent(p)}, ${bound(low)}–${bound(high)}`;
}

function bound(p: number): string {
  if (p < 0.01) return "<1";
  return p > 0.99 ? ">99" : String(Math.round(p * 100));
}

/** `28 %` of something that can be counted, where none is 0. */
export function share(part: number): string {
  return `${Math.round(part * 100)} %`;
}

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
  const interval = `${bound(low)}–${bound(high)}`;
  if (words.includes(" to "))
    return `the probability that ${something} is ${percent(p)} (${interval}), from ${words}`;
  if (words.includes("%")) return `the probability that ${something} is ${words}`;
  const chance = words.endsWith("chance")
    ? `there is ${words.startsWith("roughly") ? "a " : ""}${words}`
    : `it is ${words}`;
  return `${chance} (${percent(p)}, ${interval}) that ${something}`;
}

/** What a shift in log-odds does: `multiplies the odds by 3.4`. */
export function oddsShift(logOdds: number): string {
  const factor = Math.exp(Math.abs(logOdds));
  const said = factor >= 100 ? "more than 100" : factor.toFixed(factor >= 10 ? 0 : 1);
  return `${logOdds < 0 ? "divides" : "multiplies"} the odds by ${said}`;
}

/** `3 June 2026`. */
export function dayInWords(day: Day): string {
  return `${Number(day.slice(8, 10))} ${monthInWords(day.slice(0, 7))}`;
}

/** `June 2026`. */
export function monthInWords(month: Month): string {
  return `${MONTH_NAMES[Number(month.slice(5, 7)) - 1]} ${Number(month.slice(0, 4))}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
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
