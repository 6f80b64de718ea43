import {
  isClear,
  type Raster,
  screenedPictures,
  siteChange,
  type SiteGroup,
  simulatedStack,
} from "../../src/science/imagery/index.ts";
import { isWithin, type PlantedChange, siteSeries } from "../../src/science/imagery/testing/site-series.ts";
import { gammaQuantile, randomStream } from "../../src/science/numbers/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { sharePrinted } from "./pairs.ts";

const [SIDE, SITES] = [72, 24];

/** Made-up series of sites, a year each, in which one thing is built, through the code that makes observations of sites. */
export function benchReplay(): BenchRow[] {
  const sites = Array.from({ length: SITES }, (_, k) => ({ seed: `replay ${k}`, planted: plantedAt(k) }));
  const optical = (masks: "usual" | "none") =>
    rowsOf(
      `optical replay, ${masks === "usual" ? "usual cloud masks" : "no masks at all"}`,
      sites.map(({ seed, planted }) =>
        replayed(siteSeries({ seed, side: SIDE, years: 1, masks, planted }), planted, {
          ...MASKED,
          isMasked: masks === "usual",
        }),
      ),
    );
  return [...optical("usual"), ...optical("none"), ...radarReplay(), hazySeason()];
}

/** Pairs of 6 dB as above, and after a year of history squares of five pixels and 3 dB, three dates after. */
export function radarReplay(): BenchRow[] {
  const each = Array.from({ length: SITES }, (_, k) => ({ seed: `replay ${k}`, planted: plantedAt(k) }));
  const pairs = each.map(({ seed, planted }) =>
    replayed(radarSeries(seed, { years: 1, changeDb: 6, planted }), planted, RADAR_PAIR),
  );
  const stacks = each.map(({ seed, planted: { year, ...where } }) => {
    const planted = { ...where, year: year + 1, side: 5 };
    return replayed(radarSeries(`${seed} stack`, { years: 2, changeDb: 3, planted }), planted, RADAR_STACK);
  });
  return [
    ...rowsOf("radar replay, pairs, 6 dB", pairs),
    ...rowsOf("radar replay, 24 dates before and 3 after, 25 px of 3 dB", stacks),
  ];
}

/** Single pairs half a month to four and a half apart, under season and haze, with 1 % of the ground built on between. */
function hazySeason(): BenchRow {
  const planted: PlantedChange = { year: 0.48, left: 30, top: 34, side: 7 };
  let [found, others] = [0, 0];
  for (let seed = 0; seed < 8; seed++) {
    const troubles = ["season", "haze"] as const;
    const question = { side: SIDE, years: 0.75, masks: "usual", planted, troubles } as const;
    const series = siteSeries({ seed: `hazy season ${seed}`, ...question });
    const first = series.findIndex(({ year }) => year >= planted.year);
    for (let gap = 1; gap <= 5; gap++) {
      const groups = groupsOn([series[first - gap]!, series[first + gap - 1]!], 1, MASKED);
      const onPlanted = groups.map(
        ({ group }) => group.members.filter((one) => isWithin(planted, one, SIDE)).length,
      );
      if (onPlanted.some((count) => count >= planted.side ** 2 / 2)) found++;
      others += onPlanted.filter((count) => count === 0).length;
    }
  }
  return {
    name: "40 optical pairs half a month to four and a half apart, season and haze, 1 % built on: found",
    figure: `${sharePrinted(found, 40)}, false objects ${others}`,
  };
}

/** Squares of 6 to 12 pixels, from spring to autumn. */
function plantedAt(k: number): PlantedChange {
  const random = randomStream(`planted ${k}`);
  const side = 6 + 2 * (k % 4);
  const within = () => 8 + Math.floor(random() * (SIDE - side - 16));
  return { year: 0.25 + 0.5 * random(), left: within(), top: within(), side };
}

interface SiteDate {
  readonly year: number;
  readonly raster: Raster;
}

interface Replayed {
  /** What was confirmed or left a candidate on nothing built. */
  readonly confirmed: number;
  readonly candidates: number;
  readonly found: "confirmed" | "candidate" | "gone" | "missed";
}

interface Sensor {
  readonly kind: "optical" | "sar";
  readonly isMasked: boolean;
  /** So many dates after and before a pair are asked about it. */
  readonly later: number;
  readonly earlier: number;
  /** What is watched begins here; what lies before is history. */
  readonly fromYear: number;
}
const MASKED: Sensor = { kind: "optical", isMasked: true, later: 3, earlier: 2, fromYear: 0 };
const RADAR_PAIR: Sensor = { kind: "sar", isMasked: true, later: 3, earlier: 2, fromYear: 0 };
const RADAR_STACK: Sensor = { kind: "sar", isMasked: true, later: 2, earlier: 23, fromYear: 1 };

/** Each clear date against the one before, others asked about both. */
function replayed(series: readonly SiteDate[], planted: PlantedChange, sensor: Sensor): Replayed {
  let [confirmed, candidates] = [0, 0];
  let found: Replayed["found"] = "missed";
  for (const { dates, i } of sensor.isMasked ? clearPairs(series, sensor) : screenedPairs(series, sensor)) {
    const isDue = isFirstSight(dates, i, planted);
    for (const { group, standing, dated } of groupsOn(dates, i, sensor)) {
      const onPlanted = group.members.filter((pixel) => isWithin(planted, pixel, SIDE)).length;
      const isPlanted = onPlanted >= planted.side ** 2 / 4;
      const isPart = isPlanted || onPlanted >= group.members.length / 2;
      if (isDue && isPlanted) found = found === "confirmed" ? found : standing.status;
      else if (isPlanted && isAbout(dates.slice(i, i + 1 + sensor.later), planted)) continue;
      else if (isPart && isAcross(dates.slice(i - (dated === null ? 1 : 2), i + 1), planted)) continue;
      else if (standing.status === "confirmed") confirmed++;
      else if (standing.status === "candidate") candidates++;
    }
  }
  return { confirmed, candidates, found };
}

/** Whether a date is the first since it was built that shows the place. */
function isFirstSight(dates: readonly SiteDate[], i: number, planted: PlantedChange): boolean {
  const since = dates.slice(0, i).filter(({ year }) => year >= planted.year);
  return dates[i]!.year >= planted.year && since.every(({ raster }) => shownShare(raster, planted) < 0.5);
}

function shownShare({ mask }: Raster, planted: PlantedChange): number {
  if (mask === null) return 1;
  const place = mask.filter((_, pixel) => isWithin(planted, pixel, SIDE));
  return place.reduce((sum, one) => sum + (one === 0 ? 0 : 1), 0) / place.length;
}

interface DatedPair {
  readonly dates: readonly SiteDate[];
  /** The date after; the one before it is clear. */
  readonly i: number;
}

function clearPairs(series: readonly SiteDate[], { fromYear }: Sensor): DatedPair[] {
  const dates = series.filter(({ raster }) => isClear(raster));
  const start = Math.max(
    2,
    dates.findIndex(({ year }) => year >= fromYear),
  );
  return Array.from({ length: Math.max(dates.length - 1 - start, 0) }, (_, k) => ({ dates, i: start + k }));
}

/** With each new date those so far are screened by each other: the latest pair that has its later dates, once. */
function screenedPairs(series: readonly SiteDate[], { later }: Sensor): DatedPair[] {
  const pairs = new Map<string, DatedPair>();
  for (let end = later + 4; end <= series.length; end++) {
    const dates = screened(series.slice(0, end)).filter(({ raster }) => isClear(raster));
    const i = dates.length - 1 - later;
    const pair = i < 2 ? null : `${dates[i - 1]!.year} ${dates[i]!.year}`;
    if (pair !== null && !pairs.has(pair)) pairs.set(pair, { dates, i });
  }
  return [...pairs.values()];
}

function screened(dates: readonly SiteDate[]): SiteDate[] {
  const [before, after, ...later] = dates
    .slice(-4)
    .map(({ year, raster }) => ({ date: String(year), raster, isMasked: false }));
  const pictures = {
    earlier: dates.slice(0, -4).map(({ raster }) => raster),
    ...{ before: before!, after: after!, later },
  };
  const seen = screenedPictures(pictures, ["blue", "green", "red", "nir", "swir"]);
  const rasters = [...seen.earlier, ...[seen.before, seen.after, ...seen.later].map(({ raster }) => raster)];
  return dates.map(({ year }, t) => ({ year, raster: rasters[t]! }));
}

/** Whether something is built between the first and the last date: what a cloud left of it on an earlier one is no new find. */
function isAcross(dates: readonly SiteDate[], { year }: PlantedChange): boolean {
  return dates[0]!.year < year && dates.at(-1)!.year >= year;
}

/** Whether something is built on one of the dates but the first: a stack that holds it finds it early, and rightly. */
function isAbout([first, ...dates]: readonly SiteDate[], { year }: PlantedChange): boolean {
  return first!.year < year && dates.some((date) => date.year >= year);
}

function groupsOn(dates: readonly SiteDate[], i: number, sensor: Sensor): readonly SiteGroup[] {
  const { kind, isMasked } = sensor;
  const dated = ({ year, raster }: SiteDate) => ({
    ...{ date: String(year), raster },
    // what was screened has a mask as well
    isMasked: isMasked || raster.mask !== null,
  });
  const earlier = dates.slice(Math.max(i - 1 - sensor.earlier, 0), i - 1).map(({ raster }) => raster);
  const later = dates.slice(i + 1, i + 1 + sensor.later).map(dated);
  const pictures = { before: dated(dates[i - 1]!), after: dated(dates[i]!), later, earlier };
  try {
    return siteChange(pictures, { kind, leastPixels: 4, shiftLimitPx: 5 }).groups;
  } catch (error) {
    // dates whose clear parts do not meet are not compared
    if (error instanceof RangeError) return [];
    throw error;
  }
}

const RADAR_DATES_A_YEAR = 30;

interface RadarSeries {
  readonly years: number;
  readonly changeDb: number;
  readonly planted: PlantedChange;
}

/** Sentinel-1 every twelve days by the stated generator: 4.4 looks, 1 dB of natural variation; brighter where something is built. */
function radarSeries(seed: string, { years, changeDb, planted }: RadarSeries): SiteDate[] {
  const yearOf = (date: number) => date / RADAR_DATES_A_YEAR;
  const dates = years * RADAR_DATES_A_YEAR;
  const polarisations = ["VV", "VH"].map((one) =>
    simulatedStack({
      ...{ side: SIDE, dates, looks: 4.4, naturalDb: 1, random: randomStream(`${seed} ${one}`) },
      changeDb: (pixel, date) =>
        yearOf(date) >= planted.year && isWithin(planted, pixel, SIDE) ? changeDb : 0,
    }),
  );
  return Array.from({ length: dates }, (_, date) => ({
    year: yearOf(date),
    raster: {
      ...{ width: SIDE, height: SIDE, noData: null, mask: null, scales: [1, 1], offsets: [0, 0] },
      bands: polarisations.map((one) => one[date]!),
      grid: { epsg: null, geotransform: null },
    },
  }));
}

function rowsOf(name: string, sites: readonly Replayed[]): BenchRow[] {
  const sum = (of: (site: Replayed) => number) => sites.reduce((total, site) => total + of(site), 0);
  const told = sum(({ found }) => (found === "confirmed" ? 1 : 0));
  const asCandidates = sum(({ found }) => (found === "candidate" ? 1 : 0));
  return [
    {
      name: `${name}, ${sites.length} site-years: false confirmed observations a year`,
      figure: `${ratePrinted(
        sum(({ confirmed }) => confirmed),
        sites.length,
      )}; candidates ${ratePrinted(
        sum(({ candidates }) => candidates),
        sites.length,
      )}`,
      target: "≤ 1",
    },
    {
      name: "  what was built there: confirmed",
      figure: `${sharePrinted(told, sites.length)}, candidates besides ${asCandidates}`,
      target: "not 0",
    },
  ];
}

/** A rate with its exact 90 % interval. Garwood 1936. */
function ratePrinted(events: number, years: number): string {
  const low = events === 0 ? 0 : gammaQuantile(0.05, events) / years;
  const high = gammaQuantile(0.95, events + 1) / years;
  return `${(events / years).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
