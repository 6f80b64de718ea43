import type { ActivityOnDay } from "#model/activity.ts";
import type {
  Assessment,
  IndicatorReading,
  ObservationShift,
  ScenarioAssessment,
} from "#model/assessment.ts";
import type { GroundFound, Sentence } from "#model/brief.ts";
import type { Look } from "#model/collection-plan.ts";
import type { Day } from "#model/day.ts";
import type { LawOnDay } from "#model/law.ts";
import type { Observation } from "#model/observation.ts";
import type { PartnershipOnDay } from "#model/partnership.ts";
import { strongestObservations } from "#model/strongest-observations.ts";
import type { Watch } from "#model/watch.ts";
import { dayInWords, monthInWords, quoted } from "./phrase.ts";

/** What a brief is made from. */
export interface BriefMaterial {
  readonly assessment: Assessment;
  /** The assessment behind the last brief; null for the first. */
  readonly previous: Assessment | null;
  readonly watch: Pick<
    Watch,
    "id" | "name" | "marking" | "actors" | "scenarios" | "record" | "reportingGrowth"
  >;
  /** Every observation the assessment names, by id. */
  readonly observations: ReadonlyMap<string, Observation>;
  /** What to look at next, the most telling first. */
  readonly looks: readonly Look[];
  /** Accepted changes of the ground, the newest first. */
  readonly ground?: readonly GroundFound[];
  /** What goes on behind the scenarios; each null where the watch does not follow it. */
  readonly wider?: WiderPicture;
}

export interface WiderPicture {
  readonly activity: ActivityOnDay | null;
  readonly partnership: PartnershipOnDay | null;
  readonly alignment: AlignmentTold | null;
  readonly law: LawOnDay | null;
}

/** Who has joined the frameworks, and who is next by a forecast that was checked. */
export interface AlignmentTold {
  readonly frameworks: readonly {
    readonly name: string;
    readonly members: readonly { readonly state: string; readonly on: Day; readonly observation: string }[];
    readonly numbered: { readonly upTo: number; readonly observation: string } | null;
    readonly hazard: {
      readonly outOfSample: { readonly isBetter: boolean } | null;
      readonly next: readonly Chance[];
    } | null;
  }[];
  /** Names of states by their ids, by region. */
  readonly regions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** States in more than one of them. */
  readonly dual: readonly string[];
}

export interface Chance {
  readonly id: string;
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

export function observationOf({ observations }: BriefMaterial, id: string): Observation {
  const observation = observations.get(id);
  if (!observation) throw new RangeError(`assessment rests on observation ${id}, which was not given`);
  return observation;
}

export function readingOf({ assessment }: BriefMaterial, id: string): IndicatorReading | undefined {
  return assessment.indicators.find((reading) => reading.id === id);
}

/** An indicator in its own words. */
export function indicatorName(material: BriefMaterial, id: string): string {
  return quoted(readingOf(material, id)?.statement ?? id);
}

export function scenarioName({ assessment, watch }: BriefMaterial, id: string): string {
  return [...assessment.scenarios, ...watch.scenarios].find((scenario) => scenario.id === id)?.name ?? id;
}

/** The observations that moved a scenario most, strongest first. */
export function movers(scenario: ScenarioAssessment, limit = 3): string[] {
  return idsOf(strongestObservations([scenario]), limit);
}

/** The observations that moved any scenario most, strongest first. */
export function moversOfAll({ assessment }: BriefMaterial, limit = 5): string[] {
  return idsOf(strongestObservations(assessment.scenarios), limit);
}

const idsOf = (shifts: readonly ObservationShift[], limit: number) =>
  shifts.slice(0, limit).map(({ id }) => id);

/** The newest observations first; equal days by id. */
export function newestFirst(material: BriefMaterial, ids: readonly string[], limit = Infinity): string[] {
  const knownAt = (id: string): string => observationOf(material, id).knownAt;
  const sorted = [...new Set(ids)].toSorted((a, b) => {
    const [left, right] = [knownAt(a), knownAt(b)];
    if (left !== right) return left < right ? 1 : -1;
    return a < b ? -1 : 1;
  });
  return sorted.slice(0, limit);
}

/** An observation in the record's own words, with its day and whatever doubt it carries. */
export function evidence(material: BriefMaterial, id: string): Sentence {
  const observation = observationOf(material, id);
  const notes = [whenInWords(observation), ...laterKnown(observation), ...doubts(observation)];
  return { text: `${quoted(observation.claim)} (${notes.join("; ")}).`, cites: [id] };
}

function whenInWords({ validFrom, precision }: Observation): string {
  if (precision === "day") return dayInWords(validFrom);
  return precision === "month" ? monthInWords(validFrom.slice(0, 7)) : validFrom.slice(0, 4);
}

function laterKnown({ validTo, knownAt }: Observation): string[] {
  return knownAt.slice(0, 7) > validTo.slice(0, 7) ? [`public since ${dayInWords(knownAt)}`] : [];
}

const DOUBTFUL_FROM = 4;

function doubts({ attribution, grade }: Observation): string[] {
  const attributed = attribution ? [`attribution: ${attribution.replaceAll("_", " ")}`] : [];
  return grade.credibility >= DOUBTFUL_FROM
    ? [...attributed, `credibility ${grade.credibility} of 6`]
    : attributed;
}
