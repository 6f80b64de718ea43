import { dayNumber, daysIn } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { readOrTied } from "#model/story.ts";
import type { Watch } from "#model/watch.ts";
import type { Evidence, EvidenceInMonths, RuleStories } from "#science/belief/index.ts";
import type { Calendar } from "./reading/calendar.ts";
import { countWithout } from "./evidence/count-evidence.ts";
import { evidenceOf } from "./evidence/indicator-evidence.ts";
import { ruleStories, withoutStory, type CountedRule } from "./evidence/rule-stories.ts";
import type { Readers } from "./readers.ts";
import { layOut, type Known } from "./reading/known.ts";
import { measureFrom, readMeasure, type MeasureReader } from "./reading/measure.ts";
import type { Measured } from "./reading/measured.ts";

/** What an indicator (by its place in the watch) says about one scenario. */
export interface Bearer {
  readonly indicator: number;
  readonly bearing: number;
  readonly evidence: Evidence;
}

/** Everything read from what was known on a day, before any inference. */
export interface Situation {
  readonly watch: Watch;
  readonly readers: Readers;
  /** All observations that were offered, the superseded ones included. */
  readonly offered: readonly Observation[];
  /** Those of them that can bear on what is said: what a reader reads, and what is tied to it. */
  readonly bearing: readonly Observation[];
  /** Observations that take part in a link. */
  readonly linked: ReadonlySet<string>;
  /** What was known of those that bear on something. */
  readonly known: Known;
  readonly measured: readonly Measured[];
  readonly bearers: readonly Bearer[];
  readonly rules: readonly CountedRule[];
  readonly inMonths: EvidenceInMonths;
}

export function readSituation(
  watch: Watch,
  readers: Readers,
  calendar: Calendar,
  observations: readonly Observation[],
): Situation {
  const bearing = readOrTied(readers.isRead, observations);
  const known = layOut(calendar, bearing);
  const measured = readers.measures.map((reader) => readMeasure(reader, known, watch.credibility));
  const bearers = measured.flatMap((reading, i) => bearersOf(watch, known, reading, i));
  const rules = readers.rules.map((reader) => ruleStories(reader, known));
  return {
    watch,
    readers,
    offered: observations,
    bearing,
    linked: linkedIds(bearing),
    known,
    measured,
    bearers,
    rules,
    inMonths: {
      evidence: bearers.map(({ evidence }) => evidence),
      rules,
      months: known.months.length,
      reportingSpan: reportingSpan(watch, known),
    },
  };
}

/** The evidence one indicator carries, one per scenario it bears on. */
export function bearersOf(watch: Watch, known: Known, measured: Measured, indicator: number): Bearer[] {
  return measured.indicator.bearings.flatMap((bearing, b) => {
    const scenario = watch.scenarios.findIndex(({ id }) => id === bearing.scenario);
    const evidence = evidenceOf(measured, bearing, scenario, known);
    return evidence ? [{ indicator, bearing: b, evidence }] : [];
  });
}

/** How far reporting had grown by the middle of each month: 0 at the start of its span, 1 at the end and after. */
function reportingSpan({ reportingGrowth }: Watch, { months, monthStarts }: Known): Float64Array {
  const [from, to] = [dayNumber(reportingGrowth.from), dayNumber(reportingGrowth.to)];
  return Float64Array.from(months, (month, t) => {
    const middle = monthStarts[t]! + daysIn(month) / 2;
    return Math.min(1, Math.max(0, (middle - from) / (to - from)));
  });
}

/** What indicators and rules say. */
export interface Said {
  readonly evidence: readonly Evidence[];
  readonly rules: readonly RuleStories[];
}

/** What would be said had one observation never been known; what does not change is the very same value. */
export function saidWithout(situation: Situation, readers: Readers, id: string): Said {
  const { known, measured, bearers, linked } = situation;
  if (linked.has(id)) return saidWithoutLinked(situation, readers, id);
  const evidence = bearers.map(({ indicator, bearing, evidence: before }) => {
    const reading = measured[indicator]!;
    if (!reads(reading, id)) return before;
    const counted = countWithout(reading, before, id, known);
    return counted ?? evidenceAt(readAgain(situation, readers.measures[indicator]!, indicator, id), bearing);
  });
  // An observation without links is a story of its own.
  const rules = situation.rules.map((rule, k) =>
    rule.stories.some(({ story }) => story === id) ? withoutStory(readers.rules[k]!, known, rule, id) : rule,
  );
  return { evidence, rules };
}

/** An observation with links may hold a story together or hide an older version: whatever reads one of these is read again. */
function saidWithoutLinked(
  { watch, bearing, known, bearers, rules: counted }: Situation,
  readers: Readers,
  id: string,
): Said {
  const again = layOut(known, without(bearing, id));
  const story = known.storyOf(id);
  const superseded = new Set(bearing.find((o) => o.id === id)?.links.map(({ to }) => to));
  const touched = bearing.filter((o) => o.id === id || superseded.has(o.id) || known.storyOf(o.id) === story);
  const readsTouched = readers.measures.map(({ touches }) => touched.some(touches));
  const evidence = bearers.map(({ indicator, bearing: place, evidence: before }) => {
    if (!readsTouched[indicator]) return before;
    const measuredAgain = readMeasure(readers.measures[indicator]!, again, watch.credibility);
    return evidenceAt(bearersOf(watch, again, measuredAgain, indicator), place);
  });
  const rules = readers.rules.map((reader, k) =>
    touched.some(reader.counts) ? ruleStories(reader, again) : counted[k]!,
  );
  return { evidence, rules };
}

function evidenceAt(bearers: readonly Bearer[], bearing: number): Evidence {
  return bearers.find((bearer) => bearer.bearing === bearing)!.evidence;
}

function readAgain(
  { watch, known, measured }: Situation,
  reader: MeasureReader,
  indicator: number,
  id: string,
): Bearer[] {
  const remaining = { ...known, observations: without(known.observations, id) };
  const again = measureFrom(reader, remaining, watch.credibility, without(measured[indicator]!.matched, id));
  return bearersOf(watch, known, again, indicator);
}

function without(observations: readonly Observation[], id: string): Observation[] {
  return observations.filter((observation) => observation.id !== id);
}

/** Ids that link to another observation or are linked to. */
function linkedIds(observations: readonly Observation[]): ReadonlySet<string> {
  return new Set(
    observations.flatMap(({ id, links }) => (links.length > 0 ? [id, ...links.map(({ to }) => to)] : [])),
  );
}

function reads({ increments, among }: Measured, id: string): boolean {
  return (
    increments.some((increment) => increment.id === id) || among.some((increment) => increment.id === id)
  );
}
