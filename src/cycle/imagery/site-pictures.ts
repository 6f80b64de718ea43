import { type Comparison, picturesOf, readComparison } from "#model/comparison.ts";
import type { Day } from "#model/day.ts";
import { awaitsReview, type Observation } from "#model/observation.ts";
import type { REJECTIONS } from "#model/review.ts";
import type { SceneFound } from "#model/scene-found.ts";
import type { Site } from "#model/site.ts";
import type { KnownSite } from "#model/site-check.ts";
import { groundDistanceKm } from "#science/earth/index.ts";
import { capturesFrom, observationsKnown, reviewsStanding } from "#store/index.ts";
import type { World } from "../world.ts";
import { IMAGERY } from "./finding.ts";
import { scenesKnown, type ScenesKnown } from "./catalogues/scenes-of-site.ts";
import { imagerySource } from "./pack-picture.ts";

/** A comparison as it was kept. */
export interface KeptComparison extends Comparison {
  /** SHA-256 of the capture that holds it. */
  readonly capture: string;
  readonly comparedAt: string;
}

/** Something that happened at a site, was said of it, or was seen of it. */
export interface SiteEntry {
  readonly on: Day;
  readonly lane: "available" | "pictures" | "findings" | "reports" | "launches" | "record";
  readonly label: string;
  /** Null for a picture. */
  readonly observation: string | null;
}

type Decision = "accepted" | (typeof REJECTIONS)[number];

/** What pictures of a site came to by a day, and all that was known of the place by then. */
export interface SitePictures {
  readonly site: KnownSite;
  readonly asOf: Day;
  /** The last day on which a picture showed enough of the site; null where none did. */
  readonly lastClear: Day | null;
  /** The scenes that catalogues were known to have, and when they were last asked; null where never. */
  readonly available: ScenesKnown;
  /** The latest first; a pair of dates that was compared again stands once. */
  readonly comparisons: readonly KeptComparison[];
  /** What analysts decided on findings, by observation; one that waits is absent. */
  readonly decisions: Readonly<Record<string, Decision>>;
  /** In order of time. */
  readonly timeline: readonly SiteEntry[];
}

export async function sitePictures(world: World, site: KnownSite, asOf: Day): Promise<SitePictures> {
  const comparisons = await comparisonsOf(world, site, asOf);
  const recorded = await observationsKnown(world.store, { known: asOf });
  const there = withoutSuperseded(
    recorded.map(({ observation }) => observation).filter((one) => isAt(site, one)),
  );
  const clearDays = comparisons.flatMap(({ lastClear }) => lastClear ?? []);
  const findings = new Set(comparisons.flatMap((one) => one.findings.map(({ observation }) => observation)));
  const available = await scenesKnown(world, site, asOf);
  const timeline = [
    ...available.scenes.map(sceneEntry),
    ...comparisons.flatMap(pictureEntries),
    ...there.map((one) => observationEntry(site, one)),
  ];
  return {
    ...{ site, asOf, available, comparisons },
    lastClear: clearDays.toSorted().at(-1) ?? null,
    decisions: await decisionsOn(world, findings, asOf),
    timeline: oncePerLabel(timeline).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}

async function comparisonsOf({ store }: World, { id }: Site, asOf: Day): Promise<KeptComparison[]> {
  const byPair = new Map<string, KeptComparison>();
  for (const capture of await capturesFrom(store, imagerySource(id), "application/json")) {
    if (capture.fetchedAt.slice(0, 10) > asOf) continue;
    const read = readComparison(capture.bytes);
    const kept = { ...read, capture: capture.sha256, comparedAt: capture.fetchedAt };
    byPair.set(`${read.before.date} ${read.after.date}`, kept);
  }
  return [...byPair.values()].sort((a, b) => (a.after.date < b.after.date ? 1 : -1));
}

/** What an analyst entered stands for what it was entered from. */
function withoutSuperseded(observations: readonly Observation[]): Observation[] {
  const links = observations.flatMap((one) => one.links);
  const superseded = new Set(links.filter(({ relation }) => relation === "supersedes").map(({ to }) => to));
  return observations.filter(({ id }) => !superseded.has(id));
}

/** Whether an observation is of the site: by the place of a finding, by its name, or by lying within its precision of its ground. */
function isAt(site: Site, { stream, kind, attributes, place }: Observation): boolean {
  if (stream === IMAGERY) return isFinding(kind) && attributes["site"] === site.id;
  if (place === undefined) return false;
  if (place.name === site.name) return true;
  const { lat, lon } = place;
  if (lat === undefined || lon === undefined) return false;
  return groundDistanceKm({ lat, lon }, site) <= site.precisionKm + site.footprintKm;
}

function isFinding(kind: string): boolean {
  return kind === "confirmed" || kind === "candidate";
}

function observationEntry(site: Site, observation: Observation): SiteEntry {
  const { id, claim, validFrom, validTo, stream } = observation;
  return {
    on: stream === IMAGERY ? validTo : validFrom,
    lane: laneOf(site, observation),
    label: claim,
    observation: id,
  };
}

function laneOf(site: Site, observation: Observation): SiteEntry["lane"] {
  const { stream, kind, claim } = observation;
  if (stream === IMAGERY) return "findings";
  if (awaitsReview(observation)) return "reports";
  const isLaunch = /\blaunch/i.test(kind) || (site.kind === "launch" && /\blaunche[sd]\b/i.test(claim));
  return isLaunch ? "launches" : "record";
}

function pictureEntries(comparison: Comparison): SiteEntry[] {
  const { sensor } = comparison;
  return picturesOf(comparison).map(({ date, clearShare, scene }) => ({
    ...{ on: date, lane: "pictures", observation: null },
    label: `${sensor === "" ? scene : sensor}: ${Math.round(100 * clearShare)} % clear`,
  }));
}

/** `sentinel-2a, 12 % cloud, Sun 54° high, descending`; what the catalogue does not say is left out. */
function sceneEntry(scene: SceneFound): SiteEntry {
  const { id, datetime, platform, collection, cloudPercent, sunElevationDeg, passDirection } = scene;
  const told = [
    platform ?? collection ?? id,
    cloudPercent === null ? null : `${cloudPercent.toFixed(0)} % cloud`,
    sunElevationDeg === null ? null : `Sun ${sunElevationDeg.toFixed(0)}° high`,
    passDirection,
  ];
  const label = told.filter((one) => one !== null).join(", ");
  return { on: datetime.slice(0, 10), lane: "available", observation: null, label };
}

/** A picture that took part in several comparisons is one picture. */
function oncePerLabel(entries: readonly SiteEntry[]): SiteEntry[] {
  const key = ({ on, lane, label, observation }: SiteEntry) => observation ?? `${on} ${lane} ${label}`;
  return [...new Map(entries.map((entry) => [key(entry), entry])).values()];
}

async function decisionsOn(
  { store }: World,
  findings: ReadonlySet<string>,
  asOf: Day,
): Promise<Record<string, Decision>> {
  const decided: Record<string, Decision> = {};
  for (const { report, decided: verdict } of await reviewsStanding(store, asOf)) {
    if (!findings.has(report) || verdict.verdict === "undone") continue;
    decided[report] = verdict.verdict === "accepted" ? "accepted" : verdict.because;
  }
  return decided;
}
