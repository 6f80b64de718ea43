import type { Imager } from "#model/imager.ts";
import { dayNumber, type Day } from "#model/day.ts";
import type { Site } from "#model/site.ts";
import type { KnownSite } from "#model/site-check.ts";
import { type ElementSet, findLooks, type Look, STALE_DAYS, uncovered } from "#science/orbits/index.ts";
import { latestElementSets } from "#store/index.ts";
import type { World } from "../world.ts";

/** A chance to image a site. */
export interface SiteLook {
  /** Catalogue number and name of the satellite. */
  readonly id: number;
  readonly name: string;
  readonly owner: string;
  readonly sensor: Imager["sensor"];
  readonly from: string;
  readonly peak: string;
  readonly to: string;
  readonly elevationDeg: number;
  readonly offNadirDeg: number;
  /** Whether the limits of the sensor are assumed, for nobody outside knows them. */
  readonly isAssumed: boolean;
}

/** What the satellites of one bloc could see of a site, and when none of them could. */
export interface BlocLooks {
  readonly bloc: string;
  /** Watched satellites of the bloc whose orbits were known, and those whose orbits were not. */
  readonly satellites: number;
  readonly without: readonly { readonly id: number; readonly name: string; readonly why: string }[];
  readonly looks: readonly SiteLook[];
  /** Spans in which no watched satellite of the bloc could image the site. */
  readonly unseen: readonly { readonly from: string; readonly to: string }[];
}

export interface SiteLooks {
  readonly site: KnownSite;
  readonly from: string;
  readonly to: string;
  /** Degrees from straight down that are taken where the limits of a sensor are not known. */
  readonly assumedOffNadirDeg: number;
  readonly blocs: readonly BlocLooks[];
}

/** What agile imaging satellites commonly reach. */
const ASSUMED_OFF_NADIR_DEG = 45;
const DAY_MS = 86_400_000;

/** Element sets of the watched imaging satellites as known by a day. */
export async function imagerElements({ store, watch }: World, known: Day): Promise<readonly ElementSet[]> {
  const objects = watch.imagers.map(({ id }) => id);
  return (await latestElementSets(store, { known }, { objects })).map(({ elements }) => elements);
}

/** Who could image a site in the days from a moment on, and when it is unseen, for each bloc that has watched satellites. */
export function siteLooks(
  { watch }: Pick<World, "watch">,
  site: KnownSite,
  elements: readonly ElementSet[],
  { fromMs, days }: { readonly fromMs: number; readonly days: number },
): SiteLooks {
  const span = { fromMs, toMs: fromMs + days * DAY_MS };
  const blocOf = new Map(watch.actors.map(({ id, bloc }) => [id, bloc]));
  const blocs = [...new Set(watch.imagers.map(({ owner }) => blocOf.get(owner) ?? ""))];
  return {
    site,
    from: iso(span.fromMs),
    to: iso(span.toMs),
    assumedOffNadirDeg: ASSUMED_OFF_NADIR_DEG,
    blocs: blocs.map((bloc) => {
      const imagers = watch.imagers.filter(({ owner }) => blocOf.get(owner) === bloc);
      return { bloc, ...looksOf(imagers, site, elements, span) };
    }),
  };
}

function looksOf(
  imagers: readonly Imager[],
  { lat, lon, altM }: Site,
  elements: readonly ElementSet[],
  span: { readonly fromMs: number; readonly toMs: number },
): Omit<BlocLooks, "bloc"> {
  const setOf = new Map(elements.map((each) => [each.id, each]));
  const known: { imager: Imager; elements: ElementSet }[] = [];
  const without: { id: number; name: string; why: string }[] = [];
  for (const imager of imagers) {
    const set = setOf.get(imager.id);
    const ageDays = set ? Math.abs(span.fromMs - set.epochMs) / DAY_MS : 0;
    const why = set ? `its elements are ${Math.round(ageDays)} days off` : "no elements known by then";
    if (set && ageDays <= STALE_DAYS) known.push({ imager, elements: set });
    else without.push({ id: imager.id, name: imager.name, why });
  }
  const satellites = known.map((one) => ({ elements: one.elements, sensor: sensorOf(one.imager) }));
  const place = { latDeg: lat, lonDeg: lon, altKm: (altM ?? 0) / 1000 };
  const { looks, lost } = findLooks(satellites, place, span);
  for (const { object, error } of lost) without.push({ ...named(known[object]!.imager), why: error });
  return {
    satellites: known.length - lost.length,
    without,
    looks: looks.map((look) => toldOf(look, known[look.object]!.imager)),
    unseen: uncovered(span, looks).map(({ fromMs, toMs }) => ({ from: iso(fromMs), to: iso(toMs) })),
  };
}

function sensorOf({ sensor, minOffNadirDeg, maxOffNadirDeg }: Imager) {
  return {
    kind: sensor,
    minOffNadirDeg: minOffNadirDeg ?? 0,
    maxOffNadirDeg: maxOffNadirDeg ?? ASSUMED_OFF_NADIR_DEG,
  };
}

function named({ id, name }: Imager) {
  return { id, name };
}

function toldOf(look: Look, imager: Imager): SiteLook {
  return {
    ...named(imager),
    owner: imager.owner,
    sensor: imager.sensor,
    from: iso(look.fromMs),
    peak: iso(look.peakMs),
    to: iso(look.toMs),
    elevationDeg: rounded(look.elevationDeg),
    offNadirDeg: rounded(look.offNadirDeg),
    isAssumed: imager.maxOffNadirDeg === null,
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function rounded(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}

/** The first moment of a day, UTC milliseconds. */
export function startOfDay(day: Day): number {
  return dayNumber(day) * DAY_MS;
}
