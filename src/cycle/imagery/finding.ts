import { type ChangedGroup, type Comparison, falseAlarmsInWords } from "#model/comparison.ts";
import type { Observation } from "#model/observation.ts";
import type { Site } from "#model/site.ts";

/** The stream of what was found in pictures of sites. */
export const IMAGERY = "imagery";

interface FindingContext {
  readonly comparison: Comparison;
  readonly site: Site;
  /** SHA-256 of the capture that holds the comparison. */
  readonly capture: string;
  readonly reliability: Observation["grade"]["reliability"];
  readonly isKnownActor: boolean;
  readonly knownAt: string;
  readonly marking: Observation["marking"];
  /** West, south, east, north in degrees, or left, top, right, bottom in pixels. */
  readonly window: readonly [number, number, number, number];
}

/** A group of changed objects as an observation that awaits an analyst and bears on no judgement before. */
export function findingOf(group: ChangedGroup, context: FindingContext): Observation {
  const { comparison, site, capture, knownAt } = context;
  const { before, after, confirm } = comparison;
  const isConfirmed = group.status === "confirmed";
  const shown = [before, after, ...(confirm !== null && isConfirmed ? [confirm] : [])];
  return {
    id: group.observation,
    stream: IMAGERY,
    kind: isConfirmed ? "confirmed" : "candidate",
    claim: claimOf(group, context),
    validFrom: before.date,
    validTo: after.date,
    precision: "day",
    knownAt,
    actors: context.isKnownActor ? [{ id: site.operator, role: "actor" }] : [],
    place: { name: site.name, lat: group.lat ?? site.lat, lon: group.lon ?? site.lon },
    measures: measuresOf(group, comparison),
    attributes: {
      ...{ site: site.id, stream: IMAGERY, kind: isConfirmed ? "confirmed" : "candidate" },
      ...{
        before: before.scene,
        after: after.scene,
        sensor: comparison.sensor,
        provider: comparison.provider,
      },
      parameters: parametersOf(comparison),
      "false-alarm rate": falseAlarmsInWords(comparison),
      alternatives: comparison.alternatives.join("; "),
      ...(confirm !== null && { "confirmed by": isConfirmed ? confirm.scene : `not by ${confirm.scene}` }),
    },
    grade: { reliability: context.reliability, credibility: isConfirmed ? 2 : 3 },
    confidence: isConfirmed ? "medium" : "low",
    verified: "coded",
    source: { name: comparison.credit, url: "", urlKind: "from_memory" },
    marking: context.marking,
    links: [],
    evidence: {
      capture,
      locator: { type: "scenes", ids: shown.map(({ scene }) => scene), window: [...context.window] },
      method: comparison.measured?.method ?? "",
      version: "pair/1",
    },
  };
}

function claimOf(
  { pixels, areaM2, status, seenOn }: ChangedGroup,
  { comparison, site }: FindingContext,
): string {
  const { before, after, kind } = comparison;
  const area = areaM2 === null ? `${pixels} pixels` : `${Math.round(areaM2).toLocaleString("en")} m²`;
  const sensor = kind === "sar" ? "radar" : "optical";
  const stands = status === "confirmed" ? `, still there on ${seenOn.at(-1)}` : "";
  return `The ground at ${site.name} changed between ${before.date} and ${after.date}: ${area} in ${sensor} pictures${stands}`;
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
  const { threshold, thresholdMethod, leastPixels, registration, offset } = measured;
  const said = [
    `threshold ${threshold.toFixed(2)} MAD by ${thresholdMethod}`,
    `objects of ${leastPixels} pixels`,
  ];
  return [...said, `registration ${registration}`, `offset ${offset}`, `drawn as ${preset}`].join("; ");
}
