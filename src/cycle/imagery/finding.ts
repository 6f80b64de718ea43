import type { Actor } from "#model/actor.ts";
import {
  type ChangedGroup,
  type Comparison,
  falseAlarmsInWords,
  picturesOf,
  standingInWords,
} from "#model/comparison.ts";
import { dayNumber } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Site } from "#model/site.ts";

/** The stream of what was found in pictures of sites. */
export const IMAGERY = "imagery";

export interface FindingContext {
  readonly comparison: Comparison;
  readonly site: Site;
  /** Who runs it; null where the watch has no such actor. */
  readonly operator: Actor | null;
  /** SHA-256 of the capture that holds the comparison. */
  readonly capture: string;
  readonly reliability: Observation["grade"]["reliability"];
  readonly knownAt: string;
  readonly marking: Observation["marking"];
  /** West, south, east, north in degrees, or left, top, right, bottom in pixels. */
  readonly window: readonly [number, number, number, number];
}

/** A group of changed objects as an observation that awaits an analyst and bears on no judgement before. */
export function findingOf(group: ChangedGroup, context: FindingContext): Observation {
  const { comparison, site } = context;
  const { before, after, later } = comparison;
  const isConfirmed = group.status === "confirmed";
  const shown = [
    before,
    after,
    ...(isConfirmed ? later.filter(({ date }) => group.seenOn.includes(date)) : []),
  ];
  const kind = isConfirmed ? "confirmed" : "candidate";
  return {
    ...fromPictures(
      context,
      shown.map(({ scene }) => scene),
    ),
    ...{ id: group.observation, stream: IMAGERY, kind },
    claim: claimOf(group, context),
    place: { name: site.name, lat: group.lat ?? site.lat, lon: group.lon ?? site.lon },
    measures: measuresOf(group, comparison),
    attributes: {
      ...factsOfSite(context),
      ...{ stream: IMAGERY, kind, before: before.scene, after: after.scene },
      ...{ sensor: comparison.sensor, provider: comparison.provider },
      parameters: parametersOf(comparison),
      "false-alarm rate": falseAlarmsInWords(comparison),
      alternatives: comparison.alternatives.join("; "),
      standing: standingInWords(group),
    },
    grade: { reliability: context.reliability, credibility: isConfirmed ? 2 : 3 },
    confidence: isConfirmed ? "medium" : "low",
    verified: "coded",
    // all that one pair of pictures shows of a site is one story, however many places it is seen at
    links: [{ relation: "same-story", to: lookedAtId(comparison) }],
  };
}

/** The id of what says that a site was looked at on a pair of dates. */
export function lookedAtId({ site, before, after }: Comparison): string {
  return `imagery/${site}/${before.date}/${after.date}/looked-at`;
}

/** Pictures told of later than this say nothing of the present, nor that anybody watched it. */
const IN_TIME_DAYS = 92;

/** Whether the last picture was fresh when it was compared. */
export function isInTime({ comparison, knownAt }: FindingContext): boolean {
  return dayNumber(knownAt) - dayNumber(picturesOf(comparison).at(-1)!.date) <= IN_TIME_DAYS;
}

/** What indicators may ask: which site it is, what it is for, whether it lies abroad, and whether the pictures were fresh. */
export function factsOfSite(context: FindingContext) {
  const { site, operator } = context;
  const isAbroad = operator !== null && site.country !== "" && operator.country !== site.country;
  return {
    ...{ site: site.id, "site-kind": site.kind, abroad: isAbroad ? "y" : "n" },
    told: isInTime(context) ? "in time" : "in hindsight",
  };
}

/** What everything told from a pair of pictures has in common. */
export function fromPictures(
  { comparison, site, operator, capture, knownAt, marking, window }: FindingContext,
  scenes: readonly string[],
) {
  return {
    validFrom: comparison.before.date,
    validTo: comparison.after.date,
    precision: "day",
    knownAt,
    actors: operator === null ? [] : [{ id: operator.id, role: "actor" }],
    place: { name: site.name, lat: site.lat, lon: site.lon },
    source: { name: comparison.credit, url: "", urlKind: "from_memory" },
    marking,
    evidence: {
      capture,
      locator: { type: "scenes", ids: [...scenes], window: [...window] },
      method: comparison.measured?.method ?? "",
      version: "pair/1",
    },
  } satisfies Partial<Observation>;
}

function claimOf(
  { pixels, areaM2, status, seenOn, firstSeen, lastBefore }: ChangedGroup,
  { comparison, site }: FindingContext,
): string {
  const { before, kind } = comparison;
  const when = lastBefore === null ? `by ${before.date}` : `between ${lastBefore} and ${firstSeen}`;
  const area = areaM2 === null ? `${pixels} pixels` : `${Math.round(areaM2).toLocaleString("en")} m²`;
  const sensor = kind === "sar" ? "radar" : "optical";
  const stands = status === "confirmed" ? `, still there on ${seenOn.at(-1)}` : "";
  return `The ground at ${site.name} changed ${when}: ${area} in ${sensor} pictures${stands}`;
}

function measuresOf({ pixels, areaM2, meanMagnitude }: ChangedGroup, { measured, falseAlarms }: Comparison) {
  return {
    pixels,
    meanMagnitude,
    ...(areaM2 !== null && { areaM2 }),
    ...(measured !== null && { threshold: measured.threshold, expectedShare: measured.expectedShare }),
    ...(falseAlarms !== null && { falseAlarmShare: falseAlarms.share }),
  };
}

function parametersOf({ measured, preset }: Comparison): string {
  if (measured === null) return "";
  const { threshold, unit, thresholdMethod, leastPixels, registration, offset } = measured;
  const said = [
    `threshold ${threshold.toFixed(2)} ${unit} by ${thresholdMethod}`,
    `objects of ${leastPixels} pixels`,
  ];
  return [...said, `registration ${registration}`, `offset ${offset}`, `drawn as ${preset}`].join("; ");
}
