import type { Capture, Reject } from "#model/capture.ts";
import type { Observation } from "#model/observation.ts";
import type { Assessment } from "#model/assessment.ts";
import type { Brief } from "#model/brief.ts";
import type { SourceDocument } from "#model/source-document.ts";
import type { SpaceObject } from "#model/space-object.ts";
import type { ElementSet } from "#science/orbits/index.ts";
import { sha256 } from "../canonical.ts";
import type { Import } from "../import-batch.ts";

export const NOW = "2026-11-23T12:00:00.000Z";
/** Everything that is known and stored. */
export const EVER = { known: "9999-12-31" };

/** A launch that was public on the day it happened, changed as asked for. */
export function observation(id: string, changed: Partial<Observation> = {}): Observation {
  const on = changed.knownAt ?? "2020-07-23";
  return {
    id,
    stream: "milestones",
    kind: "launch",
    claim: `Launch ${id} reaches orbit`,
    validFrom: on,
    validTo: on,
    precision: "day",
    knownAt: on,
    actors: [{ id: "CHN", role: "actor" }],
    place: { name: "Wenchang", lat: 19.61, lon: 110.95 },
    measures: {},
    attributes: {},
    grade: { reliability: "B", credibility: 2 },
    confidence: "high",
    verified: "agency page",
    source: { name: "Agency", url: "https://example.org/launch", urlKind: "exact" },
    marking: "TLP:CLEAR",
    links: [],
    evidence: { capture: sha256("a"), locator: { type: "row", line: 2 }, method: "csv", version: "1" },
    ...changed,
  };
}

export function capture(text: string): Capture {
  const bytes = new TextEncoder().encode(text);
  return {
    sha256: sha256(bytes),
    source: "record",
    url: "record/milestones.csv",
    fetchedAt: NOW,
    mediaType: "text/csv",
    headers: { etag: '"1"' },
    bytes,
  };
}

/** An import whose capture is different whenever its observations are. */
export function batch(observations: readonly Observation[], changed: Partial<Import> = {}): Import {
  return {
    origin: "record/milestones.csv",
    capture: changed.capture ?? capture(JSON.stringify(observations)),
    observations,
    rejects: [],
    recordedAt: NOW,
    ...changed,
  };
}

export function reject(of: Capture, line: number): Reject {
  return {
    capture: of.sha256,
    line,
    column: 3,
    wrong: "2020-02-30 is not a day",
    right: "a calendar day such as 2026-11-23",
    text: "MS-0001,2020-02-30",
  };
}

export function assessment(asOf: string, p: number): Assessment {
  return {
    asOf,
    watch: { id: "ilrs", name: "ILRS", hash: sha256("watch") },
    illustrative: false,
    inputs: { observations: 3, awaitingSource: 1, hash: sha256("inputs") },
    method: {
      version: "1",
      draws: 1000,
      effectiveDraws: 900,
      temper: 1,
      logEvidence: -12.5 + p,
      fittedOn: null,
    },
    scenarios: [],
    indicators: [],
    warnings: [],
    questions: [],
  };
}

export function brief(id: string, asOf: string): Brief {
  return {
    id,
    title: "China–Russia space partnership",
    asOf,
    since: null,
    marking: "TLP:CLEAR",
    illustrative: false,
    sections: [{ title: "Outlook", sentences: [{ text: "Unlikely.", cites: ["a"] }], figures: [] }],
    references: [],
  };
}

export const DAY_MS = 86_400_000;

/** Elements of the space station as if of that object, for a moment early on the day after 1970-01-01. */
export function elementSet(id: number, day: number, changed: Partial<ElementSet> = {}): ElementSet {
  return {
    id,
    name: `OBJECT ${id}`,
    designator: "1998-067A",
    epochMs: day * DAY_MS + 0.123,
    meanMotionRevPerDay: 15.50097716,
    eccentricity: 0.0007395,
    inclinationDeg: 51.6436,
    raanDeg: 216.3185,
    argumentOfPerigeeDeg: 13.0033,
    meanAnomalyDeg: 84.0775,
    bstar: 3.136e-5,
    meanMotionDot: 1.338e-5,
    meanMotionDDot: 0,
    elementSetNo: 999,
    revAtEpoch: 20_232,
    classification: "U",
    ephemerisType: 0,
    ...changed,
  };
}

export const VANGUARD: SpaceObject = {
  id: 5,
  name: "VANGUARD 1",
  designator: "1958-002B",
  kind: "payload",
  owner: "US",
  launchedOn: "1958-03-17",
  decayedOn: "",
  launchSite: "AFETR",
};

/** What a feed says of an article. */
export function document(name: string, changed: Partial<SourceDocument> = {}): SourceDocument {
  const url = `https://example.org/${name}`;
  return {
    ...{ id: `s/${name}`, source: "s", form: "entry", kind: "article", url, canonical: url },
    ...{ title: `Title of ${name}`, text: "Two states sign.", authors: [], language: "en" },
    published: "2026-11-20T08:00:00.000Z",
    capture: capture("x").sha256,
    locator: { type: "entry", index: 0 },
    fetchedAt: NOW,
    attributes: {},
    ...changed,
  };
}
