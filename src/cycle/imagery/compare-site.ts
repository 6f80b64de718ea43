import {
  type BandName,
  clearShareOf,
  LEAST_CLEAR,
  type Preset,
  quicklooks,
  type Raster,
  sceneOf,
  screenedPictures,
  siteChange,
  type SiteGroup,
} from "#science/imagery/index.ts";
import type { ChangedGroup, Comparison } from "#model/comparison.ts";
import type { SceneFound } from "#model/scene-found.ts";
import type { Site } from "#model/site.ts";
import { addCapture, syncOrigin } from "#store/index.ts";
import type { World } from "../world.ts";
import { alternativesOf } from "./alternatives.ts";
import { creditLine } from "./credit-line.ts";
import { falseAlarmsIn, falseAlarmsOfPast } from "./false-alarms.ts";
import { findingOf } from "./finding.ts";
import { imageryCapture, packPicture } from "./pack-picture.ts";
import { lookedAt } from "./looked-at.ts";
import { requireOneOrbit } from "./one-orbit.ts";
import { scenesKnown } from "./catalogues/scenes-of-site.ts";
import { type Ground, groundOf } from "./polygons.ts";

/** A picture of a site on one date. */
export interface DatedPicture {
  readonly date: string;
  readonly scene: string;
  /** SHA-256 of the file. */
  readonly file: string;
  readonly raster: Raster;
  /** Whether a mask told its clouds; true of radar. */
  readonly isMasked: boolean;
}

export interface SiteComparisonAsked {
  readonly site: Site;
  readonly before: DatedPicture;
  readonly after: DatedPicture;
  /** In order of their dates. */
  readonly later: readonly DatedPicture[];
  /** Earlier pictures on the same grid, in order of their dates, to measure false alarms on. */
  readonly history: readonly Raster[];
  readonly kind: Comparison["kind"];
  readonly preset: Preset;
  readonly names: readonly BandName[];
  readonly provider: string;
  readonly sensor: string;
  readonly leastPixels: number;
  readonly shiftLimitPx: number;
}

/**
 * Compares pictures of a site, keeps their quicklooks and the result as captures, and a finding for each group of
 * changed objects as an observation that awaits an analyst. RangeError where clear pictures cannot be compared.
 */
export async function compareSite(world: World, given: SiteComparisonAsked): Promise<Comparison> {
  const asked = given.kind === "optical" ? screened(given) : given;
  const looked = await drawn(world, asked);
  const isSeen = [looked.before, looked.after].every(({ clearShare }) => clearShare >= LEAST_CLEAR);
  const comparison = isSeen ? { ...looked, ...compared(asked) } : looked;
  await keep(world, asked, comparison);
  return comparison;
}

/** Without what dates to either side tell for clouds, snow and shadows, where a picture has no mask. */
function screened({ history, names, ...asked }: SiteComparisonAsked): SiteComparisonAsked {
  const { earlier, ...pictures } = screenedPictures({ ...asked, earlier: history }, names);
  return { ...pictures, names, history: earlier };
}

/** The comparison before anything is compared: the pictures, drawn and kept, and how much of each is clear. */
async function drawn(world: World, asked: SiteComparisonAsked): Promise<Comparison> {
  const { site, before, after, later, preset, names, provider } = asked;
  const dates = [before, after, ...later];
  const scenes = dates.map(({ raster }) => sceneOf(raster));
  const { pictures, stretch } = quicklooks(scenes, { preset, names });
  const { width, height } = before.raster;
  const facts = [];
  const { scenes: told } = await scenesKnown(world, site, world.now().slice(0, 10));
  if (asked.kind === "sar") {
    requireOneOrbit(
      told,
      dates.map(({ scene }) => scene),
    );
  }
  for (const [k, { date, scene, file, isMasked }] of dates.entries()) {
    const clearShare = clearShareOf(scenes[k]!);
    const bytes = await packPicture({ rgba: pictures[k]!, width, height });
    const url = `tocsin:imagery/${site.id}/${date}/${preset}.png`;
    const capture = imageryCapture(site.id, url, { mediaType: "image/png", bytes, fetchedAt: world.now() });
    await addCapture(world.store, capture);
    facts.push({ date, scene, file, isMasked, clearShare, picture: capture.sha256, ...factsOf(told, scene) });
  }
  const clear = facts.filter(({ clearShare }) => clearShare >= LEAST_CLEAR);
  return {
    ...{ site: site.id, kind: asked.kind, outcome: "not clear", provider, sensor: asked.sensor },
    credit: creditLine(after.scene, provider, after.date.slice(0, 4)),
    ...{ before: facts[0]!, after: facts[1]!, later: facts.slice(2) },
    lastClear: clear.at(-1)?.date ?? null,
    ...{ width, height, grid: gridOf(before.raster), preset },
    metresPerPixel: metresPerPixel(before.raster, site),
    stretch: stretch.map(({ low, high }) =>
      Number.isFinite(high - low) ? { low, high } : { low: 0, high: 0 },
    ),
    ...{ measured: null, falseAlarms: null, alternatives: [], findings: [] },
  };
}

/** What a catalogue that was searched told of a scene. */
function factsOf(told: readonly SceneFound[], scene: string) {
  const found = told.find(({ id }) => id === scene);
  const { passDirection = null, sunElevationDeg = null, cloudPercent = null } = found ?? {};
  return { passDirection, sunElevationDeg, cloudPercent };
}

/** What the clear pictures came to. */
function compared(asked: SiteComparisonAsked): Partial<Comparison> {
  const { site, before, after, later, kind, leastPixels, shiftLimitPx, history } = asked;
  const question = { kind, leastPixels, shiftLimitPx };
  const { found, groups, history: past } = siteChange({ before, after, later, earlier: history }, question);
  const { threshold, registration, offset, method } = found;
  const ground = groundOf(before.raster.grid);
  const months = [before, after].map(({ date }) => Number(date.slice(5, 7))) as [number, number];
  const passed = groups.some(({ standing }) => standing.isInBeforeAlone) ? [PASSED] : [];
  return {
    outcome: groups.length > 0 ? "changed" : "no change",
    measured: {
      ...{ method, threshold: threshold.threshold, thresholdMethod: threshold.method },
      ...{ leastPixels: past?.leastPixels ?? leastPixels, unit: past === null ? "MAD" : "t" },
      expectedShare: threshold.alpha,
      registration: `${registration.status}, ${registration.dx.toFixed(2)}, ${registration.dy.toFixed(2)} px`,
      offset: offset === null ? "not asked" : `${offset.verdict} (${offset.reason})`,
    },
    falseAlarms:
      past === null
        ? falseAlarmsIn(history, { kind, threshold: threshold.threshold, shiftLimitPx, toldAs: found.scale })
        : falseAlarmsOfPast(past),
    alternatives: [...passed, ...alternativesOf(kind, found, { months, lat: site.lat })],
    findings: groups.map((group, k) => changedGroup(group, { asked, ground, number: k + 1 })),
  };
}

const PASSED = "what lay in the picture before alone: earlier pictures look like the one after";

interface GroupContext {
  readonly asked: SiteComparisonAsked;
  readonly ground: Ground;
  readonly number: number;
}

function changedGroup(
  { group: { objects, pixels, box }, standing: { status, seenOn, missedOn, waitsFor }, dated }: SiteGroup,
  { asked: { site, before, after }, ground, number }: GroupContext,
): ChangedGroup {
  const [lon, lat] = ground.at((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
  const firstSeen = dated?.first ?? after.date;
  const shown = [after.date, ...seenOn].filter((date) => date >= firstSeen);
  const isOnMap = ground.crs === "EPSG:4326";
  return {
    observation: `imagery/${site.id}/${before.date}/${after.date}/${number}`,
    ...{ status, firstSeen, lastBefore: dated === null ? before.date : dated.lastBefore },
    ...{ seenOn: shown, missedOn: [...missedOn], waitsFor, pixels },
    areaM2: ground.pixelArea === null ? null : pixels * ground.pixelArea,
    meanMagnitude: objects.reduce((sum, one) => sum + one.meanMagnitude * one.pixels, 0) / pixels,
    ...(isOnMap ? { lat, lon } : { lat: null, lon: null }),
    outlines: objects.map(({ rings }) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
  };
}

/** One origin for a pair of dates: asked again, it says what is found now and withdraws what is not. */
async function keep({ store, now, watch }: World, asked: SiteComparisonAsked, comparison: Comparison) {
  const { site, before, after, kind } = asked;
  const recordedAt = now();
  const name = `${site.id}/${before.date}/${after.date}`;
  const bytes = new TextEncoder().encode(JSON.stringify(comparison));
  const capture = imageryCapture(site.id, `tocsin:imagery/${name}/${kind}.json`, {
    ...{ mediaType: "application/json", bytes, fetchedAt: recordedAt },
  });
  const context = {
    ...{ comparison, site, capture: capture.sha256, knownAt: recordedAt.slice(0, 10) },
    reliability: watch.sources.find(({ id }) => id === asked.provider)?.reliability ?? ("F" as const),
    operator: watch.actors.find(({ id }) => id === site.operator) ?? null,
    marking: watch.marking,
  };
  const ground = groundOf(before.raster.grid);
  const findings = comparison.findings.map((group) =>
    findingOf(group, { ...context, window: windowOf(group.outlines, ground) }),
  );
  const { width, height } = before.raster;
  const whole = windowOf(
    [
      [
        [
          [0, 0],
          [width, 0],
          [width, height],
          [0, height],
        ],
      ],
    ],
    ground,
  );
  const looked = comparison.outcome === "not clear" ? [] : [lookedAt({ ...context, window: whole })];
  const observations = [...looked, ...findings];
  await addCapture(store, capture);
  await syncOrigin(store, { origin: `imagery/${name}`, capture, observations, rejects: [], recordedAt });
}

function windowOf(outlines: ChangedGroup["outlines"], { crs, at }: Ground): [number, number, number, number] {
  const corners = outlines.flatMap(([outside]) =>
    outside!.map(([x, y]) => (crs === "EPSG:4326" ? at(x, y) : ([x, y] as const))),
  );
  const [xs, ys] = [0, 1].map((axis) => corners.map((corner) => corner[axis]!)) as [number[], number[]];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function gridOf({ grid: { epsg, geotransform } }: Raster): string | null {
  return epsg === null || geotransform === null ? null : `EPSG:${epsg} ${geotransform.join(" ")}`;
}

const METRES_PER_DEGREE = 111_320;

function metresPerPixel({ grid: { epsg, geotransform } }: Raster, { lat }: Site): number | null {
  if (geotransform === null || epsg === null) return null;
  const width = Math.hypot(geotransform[1], geotransform[4]);
  return epsg === 4326 ? width * METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180) : width;
}
