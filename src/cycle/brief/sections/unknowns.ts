import type { Figure, Section, Sentence } from "#model/brief.ts";
import type { Move } from "#model/collection-plan.ts";
import { scenarioName, type BriefMaterial } from "../material.ts";
import { counted, dayInWords, inPoints, listed, percent, quoted, rounded, share } from "../phrase.ts";

/** The one section whose sentences may go without a citation: it states the limits of the method and of the record. */
export const LIMITS = "What we do not know";

/** The limits of the record and of the method, and whatever else was said without an observation behind it. */
export function unknowns(material: BriefMaterial, unsupported: readonly Sentence[]): Section {
  const limits = [
    ...replayed(material),
    ...coverage(material),
    ...nextLooks(material),
    ...awaiting(material),
    reporting(material),
    ...intervals(material),
    ...resting(unsupported),
  ];
  const sentences = [...limits.map((text) => ({ text, cites: [] })), ...unsupported];
  return { title: LIMITS, sentences, figures: coverageTimeline(material) };
}

function replayed({ assessment }: BriefMaterial): string[] {
  return assessment.illustrative
    ? [
        "This brief is an illustrative replay; its rules were written later, by people who knew what followed, so it shows how the method works and validates nothing.",
      ]
    : [];
}

interface Horizon {
  readonly stream: string;
  readonly to: string;
}

/** Streams whose record ends before the as-of day, each with the last day it covers. */
function horizons({ assessment: { asOf }, watch }: BriefMaterial): Horizon[] {
  const ends = new Map<string, string>();
  for (const { stream, covers } of watch.record) {
    const known = ends.get(stream) ?? "";
    ends.set(stream, covers.to > known ? covers.to : known);
  }
  return [...ends].filter(([, to]) => to < asOf).map(([stream, to]) => ({ stream, to }));
}

function coverage(material: BriefMaterial): string[] {
  const ended = horizons(material);
  if (ended.length === 0) return [];
  const days = [...new Set(ended.map(({ to }) => to))].toSorted();
  const spans = days.map((day) => {
    const streams = ended.filter(({ to }) => to === day).map(({ stream }) => stream);
    return `${listed(streams)} to ${dayInWords(day)}`;
  });
  return [`The record covers ${spans.join("; ")}.`, "Days after that are unobserved, not quiet."];
}

/** A look worth less, half a point, is not asked for. */
const LEAST_WORTH = 0.005;

function nextLooks(material: BriefMaterial): string[] {
  const [first, ...others] = material.looks.filter(({ worth }) => worth >= LEAST_WORTH).slice(0, 3);
  if (!first) return [];
  const [{ scenario, ifAbsent, ifPresent }] = first.moves as readonly [Move];
  const forecast = quoted(scenarioName(material, scenario));
  const next = others.map(({ statement, worth }) => `${quoted(statement)} (${inPoints(worth)})`);
  return [
    `Looking at ${quoted(first.statement)} would tell most: ${share(first.unseen)} of its window is unseen, and the forecast of ${forecast} would move by ${inPoints(first.worth)} on average, to ${percent(ifAbsent)} if it is quiet and ${percent(ifPresent)} if it is high.`,
    ...(next.length > 0 ? [`After it ${next.length === 1 ? "comes" : "come"} ${listed(next)}.`] : []),
  ];
}

function awaiting({ assessment: { inputs } }: BriefMaterial): string[] {
  const { observations, awaitingSource } = inputs;
  if (observations === 0)
    return ["No observation was known by then, so every probability is the one assumed at the start."];
  const unsourced = share(awaitingSource / observations);
  if (awaitingSource === 0) return ["No observation used awaits a source."];
  return [
    `Of ${counted(observations, "observation")} used, ${rounded(awaitingSource)} (${unsourced}) await a source; they are from general knowledge, and nobody has checked them against a text.`,
  ];
}

function reporting({ watch: { reportingGrowth } }: BriefMaterial): string {
  const { factor, low, high } = reportingGrowth;
  return `Reporting is taken to have grown by a factor of ${rounded(factor)} (${rounded(low)} to ${rounded(high)}) over the record; a different growth would shift every probability.`;
}

function intervals({ assessment: { method } }: BriefMaterial): string[] {
  const widened = `The intervals were widened, because the evidence left few parameter draws with any weight.`;
  return [
    "The intervals hold parameter uncertainty only, not errors in the form of the model, in the record or in its coding.",
    ...(method.temper < 1 ? [widened] : []),
  ];
}

function resting(unsupported: readonly Sentence[]): string[] {
  return unsupported.length === 0
    ? []
    : ["No observation stands behind the statements that follow; they rest on the assumptions of the watch."];
}

function coverageTimeline(material: BriefMaterial): Figure[] {
  const { watch, assessment } = material;
  const ended = new Set(horizons(material).map(({ stream }) => stream));
  const marks = watch.record
    .filter(({ stream, covers }) => ended.has(stream) && covers.from <= assessment.asOf)
    .flatMap(({ stream, covers, file }) => [
      { on: covers.from, lane: stream, label: "from", id: file },
      { on: covers.to, lane: stream, label: "to", id: file },
    ]);
  return marks.length === 0
    ? []
    : [{ type: "timeline", caption: "What the record covers, stream by stream.", marks }];
}
