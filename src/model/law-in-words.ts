import { daysBetween, type Day } from "./day.ts";
import type { LawOnDay, LegalMark, LegalThread } from "./law.ts";

/** How a day is written where the sentences are read. */
type Dated = (day: Day) => string;

/**
 * The verdict in plain sentences: what stands, what was made against what was unmade in the days that the record vouches
 * for, and since when nothing binding was agreed where something is meant to be. Counts only: no trend is claimed.
 */
export function lawInWords(law: Omit<LawOnDay, "asOf">, asOf: Day, dated: Dated): string[] {
  return [standing(law), balance(law, dated), ...openSubjects(law, asOf, dated), unseen(law, asOf, dated)]
    .flat()
    .filter((sentence) => sentence !== "");
}

/** How an instrument's field reads: by the name that the watch gives it, else as words. */
export function legalName(names: LawOnDay["names"], value: string): string {
  return names[value] ?? value.replaceAll("_", " ");
}

/** Standings of binding instruments, the firmest first. */
const STANDINGS: readonly (readonly [LegalThread["standing"], string])[] = [
  ["in-force", "in force"],
  ["adopted", "adopted with no word on whether in force"],
  ["left", "left by a party, with no word on the rest"],
  ["suspended", "suspended"],
  ["ended", "ended"],
];

function standing({ threads }: Pick<LawOnDay, "threads">): string {
  const binding = threads.filter(({ force }) => force === "binding");
  if (binding.length === 0) return "The record holds no binding instrument.";
  const counted = STANDINGS.map(([standing, words]) => ({
    n: binding.filter((one) => one.standing === standing).length,
    words,
  }));
  const told = counted.filter(({ n }) => n > 0).map(({ n, words }) => `${n} ${words}`);
  return `Of ${plural(binding.length, "binding instrument")} in the record: ${told.join("; ")}.`;
}

function balance({ covers, years, threads }: Pick<LawOnDay, "covers" | "years" | "threads">, dated: Dated) {
  if (!covers)
    return "The record vouches for no day by then, so nothing is said of what was made and unmade.";
  const days = new Map(threads.flatMap(({ moves }) => moves.map(({ observation, on }) => [observation, on])));
  const within = (ids: readonly string[]) =>
    ids.filter((id) => days.get(id)! >= covers.from && days.get(id)! <= covers.to).length;
  const sum = (of: "made" | "unmade" | "deadlocked") =>
    years.reduce((total, year) => total + within(year[of]), 0);
  const [made, unmade, deadlocked] = [sum("made"), sum("unmade"), sum("deadlocked")];
  const since = `From ${dated(covers.from)} to ${dated(covers.to)}, the days the record vouches for,`;
  const failed = `${times(deadlocked)} an attempt failed or stalled`;
  if (made + unmade === 0) return `${since} nothing binding was made or unmade, and ${failed}.`;
  const finding =
    made < unmade
      ? "more was unmade than made"
      : made > unmade
        ? "more was made than unmade"
        : "as much was made as unmade";
  return `${since} ${finding}; binding instruments were adopted, extended or came into force ${times(made)} and were ended, left or suspended ${times(unmade)}; ${failed}.`;
}

/** Subjects with efforts towards a binding instrument: how long there has been none. */
function openSubjects(
  { subjects, threads, names }: Pick<LawOnDay, "subjects" | "threads" | "names">,
  asOf: Day,
  dated: Dated,
): string[] {
  const nameOf = (mark: LegalMark) => threads.find(({ id }) => id === mark.thread)!.name;
  return subjects.flatMap(({ subject, lastMade, lastTowards }) => {
    if (!lastTowards) return [];
    const on = legalName(names, subject);
    const none = lastMade
      ? `No binding instrument on ${on} since ${dated(lastMade.on)} (${nameOf(lastMade)}), ${yearsBetween(lastMade.on, asOf)} before`
      : `The record holds no binding instrument on ${on} at all`;
    return `${none}; the last step of an effort towards one was on ${dated(lastTowards.on)} (${nameOf(lastTowards)}).`;
  });
}

function unseen({ covers }: Pick<LawOnDay, "covers">, asOf: Day, dated: Dated): string {
  if (!covers || covers.to === asOf) return "";
  return `Nobody has looked after ${dated(covers.to)}; what came later is unknown.`;
}

function yearsBetween(from: Day, to: Day): string {
  return plural(Math.round(daysBetween(from, to) / 365.2425), "year");
}

function times(n: number): string {
  return ["never", "once", "twice"][n] ?? `${n} times`;
}

function plural(n: number, noun: string): string {
  return `${n} ${n === 1 ? noun : `${noun}s`}`;
}
