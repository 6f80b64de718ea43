import {
  isClear,
  type Raster,
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
        replayed(siteSeries({ seed, side: SIDE, years: 1, masks, planted }), planted, "optical"),
      ),
      masks === "usual",
    );
  const radar = sites.map(({ seed, planted }) => replayed(radarSeries(seed, planted), planted, "sar"));
  return [...optical("usual"), ...optical("none"), ...rowsOf("radar replay", radar, true), hazySeason()];
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
      const groups = groupsOn([series[first - gap]!, series[first + gap - 1]!], 1, "optical");
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

/** Each clear date against the one before, the next asked to confirm and the two earlier ones about the one before. */
function replayed(series: readonly SiteDate[], planted: PlantedChange, kind: "optical" | "sar"): Replayed {
  const dates = series.filter(({ raster }) => isClear(raster));
  let [confirmed, candidates] = [0, 0];
  let found: Replayed["found"] = "missed";
  for (let i = 2; i + 1 < dates.length; i++) {
    const isDue = dates[i - 1]!.year < planted.year && dates[i]!.year >= planted.year;
    for (const { group, standing } of groupsOn(dates, i, kind)) {
      const onPlanted = group.members.filter((pixel) => isWithin(planted, pixel, SIDE)).length;
      if (isDue && onPlanted >= planted.side ** 2 / 4) found = standing.status;
      else if (standing.status === "confirmed") confirmed++;
      else if (standing.status === "candidate") candidates++;
    }
  }
  return { confirmed, candidates, found };
}

function groupsOn(dates: readonly SiteDate[], i: number, kind: "optical" | "sar"): readonly SiteGroup[] {
  const dated = (k: number) => ({ date: String(k), raster: dates[k]!.raster });
  const earlier = dates.slice(Math.max(i - 3, 0), i - 1).map(({ raster }) => raster);
  const later = i + 1 < dates.length ? [dated(i + 1)] : [];
  const pictures = { before: dated(i - 1), after: dated(i), later, earlier };
  try {
    return siteChange(pictures, { kind, leastPixels: 4, shiftLimitPx: 5 }).groups;
  } catch (error) {
    // dates whose clear parts do not meet are not compared
    if (error instanceof RangeError) return [];
    throw error;
  }
}

const RADAR_DATES = 30;

/** Sentinel-1 every twelve days by the stated generator: 4.4 looks, 1 dB of natural variation; 6 dB where something is built. */
function radarSeries(seed: string, planted: PlantedChange): SiteDate[] {
  const polarisations = ["VV", "VH"].map((one) =>
    simulatedStack({
      ...{ side: SIDE, dates: RADAR_DATES, looks: 4.4, naturalDb: 1, random: randomStream(`${seed} ${one}`) },
      changeDb: (pixel, date) =>
        date / RADAR_DATES >= planted.year && isWithin(planted, pixel, SIDE) ? 6 : 0,
    }),
  );
  return Array.from({ length: RADAR_DATES }, (_, date) => ({
    year: date / RADAR_DATES,
    raster: {
      ...{ width: SIDE, height: SIDE, noData: null, mask: null, scales: [1, 1], offsets: [0, 0] },
      bands: polarisations.map((dates) => dates[date]!),
      grid: { epsg: null, geotransform: null },
    },
  }));
}

function rowsOf(name: string, sites: readonly Replayed[], hasTarget: boolean): BenchRow[] {
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
      target: hasTarget ? "≤ 1" : "",
    },
    {
      name: "  what was built there: confirmed",
      figure: `${sharePrinted(told, sites.length)}, candidates besides ${asCandidates}`,
      target: hasTarget ? "" : "not 0",
    },
  ];
}

/** A rate with its exact 90 % interval. Garwood 1936. */
function ratePrinted(events: number, years: number): string {
  const low = events === 0 ? 0 : gammaQuantile(0.05, events) / years;
  const high = gammaQuantile(0.95, events + 1) / years;
  return `${(events / years).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
