import { lawOnDay } from "../../cycle/answers/law-on-day.ts";
import { assessAsKnown } from "../../cycle/judge.ts";
import type { LawOnDay } from "#model/law.ts";
import { lawInWords, legalName } from "#model/law-in-words.ts";
import { AS_OF, JSON_OUT, WATCH } from "../options.ts";
import { interval, percent } from "#model/percent.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** The legal order as known on a day: instruments, votes, balance, and the indicators that read them. */
export const law = defineVerb({
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world, asOf) => {
      const assessed = await assessAsKnown(world, asOf, { withPath: false, withDrivers: false });
      const known = await lawOnDay(world.store, assessed);
      if (options.json) shell.out(JSON.stringify(known));
      else shell.out(known === null ? "This watch does not say what its law is." : inWords(known));
      return 0;
    }),
});

function inWords(known: LawOnDay): string {
  const verdict = lawInWords(known, known.asOf, (day) => day).join("\n");
  return [
    verdict,
    ...[instruments, votes, years, agreements, together, indicators].map((told) => told(known)),
  ].join("\n\n");
}

function instruments({ threads, names }: LawOnDay): string {
  const rows = threads.map(({ name, subject, force, standing, moves }) => [
    ...[name, legalName(names, subject), force, standing],
    ...[moves[0]!.on, moves.at(-1)!.on, moves.map(({ observation }) => observation).join(" ")],
  ]);
  return table(["instrument", "subject", "force", "standing", "from", "last step", "observations"], rows);
}

function votes({ votes: taken, names }: LawOnDay): string {
  const rows = taken.map(
    ({ on, body, instrument, subject, sides, direction, told, counts, inFavour, observation }) => [
      ...[on, body, instrument, legalName(names, subject), sides.join(" ") || "–", direction],
      counts ? `${counts.yes}-${counts.no}-${counts.abstain}` : told || "unknown",
      ...[inFavour === null ? "–" : percent(inFavour), observation],
    ],
  );
  const heading = ["on", "body", "text", "subject", "names", "direction", "yes-no-abstain", "in favour"];
  return table([...heading, "observation"], rows);
}

function years({ years: all }: LawOnDay): string {
  const rows = all
    .filter(({ covered }) => covered !== "none")
    .map(({ year, made, unmade, deadlocked, covered }) => [
      ...[`${year}${covered === "part" ? " (part)" : ""}`],
      ...[made, unmade, deadlocked].map(({ length }) => String(length)),
    ]);
  return table(["year", "binding made", "binding unmade", "failed or stalled"], rows);
}

function agreements({ agreements: all }: LawOnDay): string {
  if (all.length === 0)
    return "How each state voted is not known here: no record of a vote by state was read.";
  const rows = all.map(({ states, votes: taken, alike, low, high }) => [
    ...[states.join(" "), String(taken), String(alike), percent(alike / taken), interval(low, high)],
  ]);
  return table(["vote together", "votes", "alike", "share", "90 %"], rows);
}

const PAIRS = 10;

function together({ together: pairs }: LawOnDay): string {
  const rows = pairs
    .slice(0, PAIRS)
    .map(({ states, threads }) => [...[states.join(" "), String(threads.length), threads.join(", ")]]);
  return table(["named together", "instruments", "which"], rows);
}

function indicators({ indicators: reading, scenarios }: LawOnDay): string {
  const judged = scenarios.map(({ name, p, low, high, words }) => [
    ...[name, percent(p), interval(low, high), words],
  ]);
  const rows = reading.map(({ id, scenarios: borne, level, levelName, statement }) => [
    ...[id, borne.join(" "), String(level), levelName, statement],
  ]);
  return [
    table(["indicator", "scenario", "level", "is", "statement"], rows),
    table(["scenario", "critical", "5–95 %", "in words"], judged),
  ].join("\n\n");
}
