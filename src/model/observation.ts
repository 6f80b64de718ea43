import { z } from "zod";
import { isDay, type Day } from "./day.ts";

/** When the answer is asked for: what was public by `known`, as stored by `recorded`. */
export interface AsOf {
  readonly known: Day;
  /** ISO 8601 UTC with milliseconds; absent means everything stored. */
  readonly recorded?: string;
}

export const day = z.string().refine(isDay, { error: "expected a calendar day such as 2026-11-23" });

/** Where in a capture the evidence stands. */
export const locator = z.discriminatedUnion("type", [
  z.object({ type: z.literal("row"), line: z.int().positive() }),
  z.object({ type: z.literal("span"), from: z.int().nonnegative(), to: z.int().positive() }),
  z.object({ type: z.literal("elements"), ids: z.array(z.string()) }),
  z.object({ type: z.literal("scenes"), ids: z.array(z.string()), window: z.array(z.number()).length(4) }),
]);

export const RELATIONS = ["same-copy", "same-origin", "same-story", "supersedes", "contradicts"] as const;
export const MARKINGS = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"] as const;
export const URL_KINDS = ["exact", "pattern", "encyclopedic", "landing", "from_memory"] as const;

/**
 * One thing that happened or was said. Corrections append a new observation that supersedes the old one.
 * The grade keeps the Admiralty letter (how reliable the source has been) and number (how well this
 * claim is confirmed) apart.
 */
export const observation = z.object({
  id: z.string().regex(/^[\w.:/-]+$/, "expected letters, digits and . : / - _"),
  stream: z.string().min(1),
  kind: z.string().min(1),
  claim: z.string().min(1),
  validFrom: day,
  validTo: day,
  precision: z.enum(["day", "month", "year"]),
  knownAt: day,
  actors: z.array(z.object({ id: z.string(), role: z.enum(["actor", "source", "target"]) })),
  place: z
    .object({
      name: z.string(),
      lat: z.number().min(-90).max(90).optional(),
      lon: z.number().min(-180).max(180).optional(),
    })
    .optional(),
  measures: z.record(z.string(), z.number()),
  attributes: z.record(z.string(), z.string()),
  grade: z.object({
    reliability: z.enum(["A", "B", "C", "D", "E", "F"]),
    credibility: z.int().min(1).max(6),
  }),
  confidence: z.enum(["high", "medium", "low"]),
  attribution: z.string().optional(),
  verified: z.string(),
  source: z.object({ name: z.string(), url: z.string(), urlKind: z.enum(URL_KINDS) }),
  marking: z.enum(MARKINGS),
  /** `because` is what shows it, where a machine found the link: `contained 0.93`, `credit TASS`. */
  links: z.array(z.object({ relation: z.enum(RELATIONS), to: z.string(), because: z.string().optional() })),
  evidence: z.object({ capture: z.string(), locator, method: z.string(), version: z.string() }),
});

export type Locator = Readonly<z.infer<typeof locator>>;
export type Observation = Readonly<z.infer<typeof observation>>;

/** An observation as the store keeps it. */
export interface RecordedObservation {
  readonly observation: Observation;
  readonly recordedAt: string;
  /** SHA-256 of what the observation says, its evidence left out: equal claims have equal hashes. */
  readonly contentHash: string;
}

/** TLP 2.0 markings in rising order; a text is marked as strictly as its strictest part. */
export function strictestMarking(markings: readonly (typeof MARKINGS)[number][]): (typeof MARKINGS)[number] {
  return MARKINGS[Math.max(0, ...markings.map((marking) => MARKINGS.indexOf(marking)))]!;
}

/** Whether a link to this source may be shown as evidence: only addresses seen or built from a stable scheme. */
export function isEvidenceLink(source: Observation["source"]): boolean {
  return source.urlKind === "exact" || source.urlKind === "pattern";
}

/** Whether nobody has checked the claim against a text yet. */
export function awaitsSource(observation: Observation): boolean {
  return observation.verified === "recall";
}

/** Whether a machine read it out of a text and no analyst has looked at it: then it bears on no judgement. */
export function awaitsReview(observation: Observation): boolean {
  return observation.verified === "coded";
}

/** The canonical text whose SHA-256 is the content hash: keys in alphabetical order, evidence left out. */
export function contentText(o: Observation): string {
  return JSON.stringify({
    actors: o.actors.map(({ id, role }) => ({ id, role })),
    attribution: o.attribution,
    attributes: sorted(o.attributes),
    claim: o.claim,
    confidence: o.confidence,
    grade: { credibility: o.grade.credibility, reliability: o.grade.reliability },
    id: o.id,
    kind: o.kind,
    knownAt: o.knownAt,
    links: o.links.map(({ because, relation, to }) => ({ because, relation, to })),
    marking: o.marking,
    measures: sorted(o.measures),
    place: o.place && { lat: o.place.lat, lon: o.place.lon, name: o.place.name },
    precision: o.precision,
    source: { name: o.source.name, url: o.source.url, urlKind: o.source.urlKind },
    stream: o.stream,
    validFrom: o.validFrom,
    validTo: o.validTo,
    verified: o.verified,
  });
}

function sorted<Value>(values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
