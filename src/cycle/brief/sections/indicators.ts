import type { IndicatorReading } from "#model/assessment.ts";
import type { Figure, Section, Sentence } from "#model/brief.ts";
import { monthOf, type Month } from "#model/day.ts";
import { movers, moversOfAll, newestFirst, type BriefMaterial } from "../material.ts";
import { counted, listed, quoted, rounded, share } from "../phrase.ts";

const HIGH_SHOWN = 8;
const UNKNOWN_SHOWN = 3;
const MONTHS_SHOWN = 24;

/** Which indicators stand high, and which cannot be seen and why that matters. */
export function indicators(material: BriefMaterial): Section {
  const { indicators: readings } = material.assessment;
  const high = readings.filter(isHigh).toSorted((a, b) => Number(b.level) - Number(a.level));
  const unseen = unknowns(material);
  const sentences = [
    tally(material, high),
    ...high
      .filter(({ observations }) => observations.length > 0)
      .slice(0, HIGH_SHOWN)
      .map((reading) => aboutHigh(material, reading)),
    ...unseen,
    ...whyUnknownMatters(material, unseen),
  ];
  return { title: "Indicators", sentences, figures: heatStrip(material) };
}

function isHigh({ level }: IndicatorReading): boolean {
  return level === 3 || level === 4;
}

function tally(material: BriefMaterial, high: readonly IndicatorReading[]): Sentence {
  const { indicators: readings } = material.assessment;
  const unknown = readings.filter(({ level }) => level === "unknown").length;
  const lower = readings.length - high.length - unknown;
  const stand = high.length === 1 ? "stands" : "stand";
  const are = unknown === 1 ? "is" : "are";
  const text = `At level 3 or 4 of 4 ${stand} ${high.length} of ${readings.length} indicators; ${lower} stand lower, and ${unknown} ${are} unknown.`;
  const behind = newestFirst(
    material,
    high.flatMap(({ observations }) => observations),
    5,
  );
  return { text, cites: behind.length > 0 ? behind : moversOfAll(material, 3) };
}

function aboutHigh(material: BriefMaterial, reading: IndicatorReading): Sentence {
  const { statement, level, value, baseline, observations } = reading;
  const measured =
    value === null ? "" : `, with ${rounded(value)} over its window against ${usual(baseline)}`;
  const text = `The indicator ${quoted(statement)} stands at level ${level} of 4${measured}.`;
  return { text, cites: newestFirst(material, observations, 3) };
}

function usual(baseline: number | null): string {
  return baseline === null
    ? "a baseline that is too short to tell"
    : `a median of ${rounded(baseline)} in the five years before`;
}

/** Per scenario, the indicators nobody could see; they weigh neither way, so the numbers rest on the others. */
function unknowns(material: BriefMaterial): Sentence[] {
  const { scenarios, indicators: readings } = material.assessment;
  return scenarios.flatMap((scenario) => {
    const unseen = readings
      .filter(({ level, scenarios: borne }) => level === "unknown" && borne.includes(scenario.id))
      .toSorted((a, b) => a.exposure - b.exposure);
    if (unseen.length === 0) return [];
    const covered = Math.max(...unseen.map(({ exposure }) => exposure));
    const text = `For ${quoted(scenario.name)}, ${named(unseen)} cannot be judged, because ${seenShare(covered)} of the window was covered.`;
    return [{ text, cites: movers(scenario) }];
  });
}

function seenShare(covered: number): string {
  return covered < 0.005 ? "none" : `at most ${share(covered)}`;
}

function whyUnknownMatters(material: BriefMaterial, unseen: readonly Sentence[]): Sentence[] {
  const text =
    "Unknown is not quiet; the probabilities rest on the other indicators and could move either way once these are seen.";
  return unseen.length === 0 ? [] : [{ text, cites: moversOfAll(material, 3) }];
}

function named(unseen: readonly IndicatorReading[]): string {
  const rest = unseen.length - UNKNOWN_SHOWN;
  const names = unseen.slice(0, UNKNOWN_SHOWN).map(({ statement }) => quoted(statement));
  return listed(rest > 0 ? [...names, counted(rest, "other")] : names);
}

/** Levels month by month, or today's alone where the assessment carries no history. */
function heatStrip({ assessment }: BriefMaterial): Figure[] {
  const { asOf, scenarios } = assessment;
  const order = scenarios.map(({ id }) => id);
  const rank = ({ scenarios: [first] }: IndicatorReading): number => order.indexOf(first ?? "");
  const readings = assessment.indicators.toSorted((a, b) => rank(a) - rank(b));
  if (readings.length === 0) return [];
  const months = monthsOf(readings, monthOf(asOf));
  const rows = readings.map(({ id, statement, level, history }) => {
    const levelIn = new Map(history?.map((point) => [point.month, point.level]));
    const levels = months.map((month) =>
      numbered(levelIn.get(month) ?? (month === monthOf(asOf) ? level : "unknown")),
    );
    return { id, label: statement, levels };
  });
  const caption =
    "Indicator levels from 0 (quiet) to 4 (extreme); hatched where the collectors could not see.";
  return [{ type: "heat", caption, months, rows }];
}

function monthsOf(readings: readonly IndicatorReading[], last: Month): Month[] {
  const known = readings.flatMap(({ history }) => history?.map(({ month }) => month) ?? []);
  return [...new Set([...known, last])].toSorted().slice(-MONTHS_SHOWN);
}

function numbered(level: IndicatorReading["level"]): number | null {
  return level === "unknown" ? null : level;
}
