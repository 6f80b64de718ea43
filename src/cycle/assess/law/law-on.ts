import { coveredSpan } from "#model/covered-span.ts";
import type { Day } from "#model/day.ts";
import type { JudgedScenario, LawOnDay } from "#model/law.ts";
import type { LawRules } from "#model/law-rules.ts";
import type { Observation } from "#model/observation.ts";
import { compileQuery, streamsOf } from "#model/query.ts";
import { storiesOf, withoutSuperseded } from "#model/story.ts";
import type { RecordedDocument } from "#model/source-document.ts";
import type { Watch } from "#model/watch.ts";
import { legalSubjects, legalYears } from "./legal-balance.ts";
import { legalThreads } from "./legal-threads.ts";
import { legalVotes, statesOf } from "./legal-votes.ts";
import { namedTogether } from "./named-together.ts";
import { agreementsIn, rollCallsIn } from "./roll-calls.ts";

/** An indicator's level, and the streams it reads. */
type StreamReading = LawOnDay["indicators"][number] & { readonly streams: readonly string[] };

/** What is known of the law by a day; `votes` are documents that tell how each state voted. */
interface KnownOfLaw {
  readonly observations: readonly Observation[];
  readonly readings: readonly StreamReading[];
  readonly votes: readonly RecordedDocument[];
  readonly judged: readonly JudgedScenario[];
}

/** The legal order as known on a day; null for a watch that does not say what its law is. */
export function lawOn(
  watch: Watch,
  { observations, readings, votes, judged }: KnownOfLaw,
  asOf: Day,
): LawOnDay | null {
  const { law: rules } = watch;
  if (rules === undefined) return null;
  const told = toldOfLaw(rules, observations, asOf);
  const states = statesOf(watch);
  const threads = legalThreads(rules, told);
  const rollCalls = rollCallsIn(rules, votes);
  const covers = coveredSpan(watch.record, streamsOf(rules.where), asOf);
  return {
    asOf,
    covers,
    ...{ sides: rules.sides, names: rules.names, threads },
    votes: legalVotes(rules, told, states),
    years: legalYears(threads, covers),
    subjects: legalSubjects(threads),
    together: namedTogether(threads, told, states),
    rollCalls,
    agreements: agreementsIn(rules.rollCalls?.states ?? [], rollCalls),
    ...whatItMoves(rules, readings, judged),
  };
}

/** The indicators that read the streams of the law, and the scenarios they bear on. */
function whatItMoves(
  { where }: LawRules,
  readings: readonly StreamReading[],
  judged: readonly JudgedScenario[],
): Pick<LawOnDay, "indicators" | "scenarios"> {
  const streams = streamsOf(where);
  const reading = readings.filter((one) => one.streams.some((stream) => streams.includes(stream)));
  const borne = (id: string) => reading.filter(({ scenarios }) => scenarios.includes(id)).length;
  return {
    indicators: reading.map(({ id, statement, scenarios, level, levelName }) => ({
      ...{ id, statement, scenarios, level, levelName },
    })),
    scenarios: judged
      .filter(({ id }) => borne(id) > 0)
      .toSorted((a, b) => borne(b.id) - borne(a.id))
      .map(({ id, name, p, low, high, words }) => ({ id, name, p, low, high, words })),
  };
}

/** What was known to have happened by the day, in order of time; retellings of one event are told once. */
function toldOfLaw({ where }: LawRules, observations: readonly Observation[], asOf: Day): Observation[] {
  const known = withoutSuperseded(
    observations.filter(({ knownAt, validFrom }) => knownAt <= asOf && validFrom <= asOf),
  );
  const storyOf = storiesOf(known);
  const legal = known.filter(compileQuery(where)).toSorted(inOrder);
  const eventOf = ({ id, kind }: Observation) => `${storyOf(id)} ${kind}`;
  return [...Map.groupBy(legal, eventOf).values()].map(([first]) => first!).toSorted(inOrder);
}

function inOrder(a: Observation, b: Observation): number {
  if (a.validFrom !== b.validFrom) return a.validFrom < b.validFrom ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
