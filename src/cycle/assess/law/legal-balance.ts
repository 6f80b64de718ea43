import type { Day } from "#model/day.ts";
import type { LawOnDay, LegalMark, LegalMove, LegalSubject, LegalThread, LegalYear } from "#model/law.ts";

const MADE = new Set<LegalMove["step"]>(["adopted", "in-force"]);
const UNMADE = new Set<LegalMove["step"]>(["ended", "left", "suspended"]);
const DEADLOCKED = new Set<LegalMove["step"]>(["failed", "stalled"]);

const yearOf = (day: Day) => Number(day.slice(0, 4));

/** What was made, unmade and deadlocked in each year with a step, and in each that the record vouches for. */
export function legalYears(threads: readonly LegalThread[], covers: LawOnDay["covers"]): LegalYear[] {
  const moves = threads.flatMap(({ force, moves: own }) => own.map((move) => ({ ...move, force })));
  const years = new Set(moves.map(({ on }) => yearOf(on)));
  if (covers) for (let year = yearOf(covers.from); year <= yearOf(covers.to); year++) years.add(year);
  return [...years]
    .toSorted((a, b) => a - b)
    .map((year) => {
      const then = moves.filter(({ on }) => yearOf(on) === year);
      const ids = (among: readonly LegalMove[], steps: ReadonlySet<LegalMove["step"]>) =>
        among.filter(({ step }) => steps.has(step)).map(({ observation }) => observation);
      const binding = then.filter(({ force }) => force === "binding");
      return {
        year,
        made: ids(binding, MADE),
        unmade: ids(binding, UNMADE),
        deadlocked: ids(then, DEADLOCKED),
        covered: coveredIn(year, covers),
      };
    });
}

function coveredIn(year: number, covers: LawOnDay["covers"]): LegalYear["covered"] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (!covers || covers.to < first || covers.from > last) return "none";
  return covers.from <= first && covers.to >= last ? "whole" : "part";
}

/** How every subject stands, those with most instruments first. */
export function legalSubjects(threads: readonly LegalThread[]): LegalSubject[] {
  return [...Map.groupBy(threads, ({ subject }) => subject)]
    .map(([subject, own]) => {
      const binding = own.filter(({ force }) => force === "binding");
      return {
        subject,
        instruments: own.length,
        inForce: binding.filter(({ standing }) => standing === "in-force").length,
        lastMade: lastMark(binding, MADE),
        lastTowards: lastMark(own.filter(({ force }) => force === "towards")),
      };
    })
    .toSorted((a, b) => b.instruments - a.instruments || (a.subject < b.subject ? -1 : 1));
}

function lastMark(threads: readonly LegalThread[], steps?: ReadonlySet<LegalMove["step"]>): LegalMark | null {
  const marks = threads.flatMap(({ id, moves }) =>
    moves
      .filter(({ step }) => steps === undefined || steps.has(step))
      .map(({ observation, on }) => ({ thread: id, observation, on })),
  );
  return marks.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0] ?? null;
}
