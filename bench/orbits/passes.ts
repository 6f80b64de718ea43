import { once } from "node:events";
import { Worker } from "node:worker_threads";
import {
  degreesToRadians,
  ecfToLookAngles,
  eciToEcf,
  gstime,
  propagate as propagatePeer,
  twoline2satrec,
  type SatRec,
} from "satellite.js";
import { randomStream } from "#science/numbers/index.ts";
import { findPasses, initialise, readElements, type ElementSet } from "#science/orbits/index.ts";
import { readCsv } from "#science/text/tables/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { CATALOGUE, orbitText } from "./catalogue.ts";

const FROM = Date.UTC(2024, 6, 5);
const DAY_MS = 86_400_000;
const SITES = 1000;
/** Satellites whose passes are to be found in five seconds. */
const AIMED_AT = 1269;
const PEER = "satellite.js 7.1.0 every 20 s";

/** What a worker finds passes of. */
export interface ToFind {
  readonly elements: readonly ElementSet[];
  readonly sites: readonly { readonly latDeg: number; readonly lonDeg: number; readonly altKm: number }[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly minElevationDeg: number;
}

/** Imaging satellites over many sites for a week, and how far the times are from looking every second. */
export async function benchPasses(): Promise<BenchRow[]> {
  const elements = imagingSatellites();
  const sites = sitesAnywhere(SITES);
  const week = { elements, sites, fromMs: FROM, toMs: FROM + 7 * DAY_MS };
  const peerNs = peerNsPerPairDay(elements.slice(0, 4), sites.slice(0, 8));
  const peerS = (peerNs * elements.length * SITES * 7) / 1e9 / 2;
  const rows: BenchRow[] = [];
  for (const minElevationDeg of [0, 20]) {
    const { seconds, processorS, passes } = await twoWorkers({ ...week, minElevationDeg });
    rows.push({
      name: `passes, ${elements.length} imaging satellites × ${SITES} sites × 7 days, from ${minElevationDeg}°, rise, culmination and set, two workers`,
      figure: `${seconds.toPrecision(3)} s (${processorS.toPrecision(3)} s of processor time), ${(passes / 1e6).toFixed(1)} M passes`,
      target: `${((5 * elements.length) / AIMED_AT).toFixed(1)} s`,
      peer: `${PEER} ${peerS.toPrecision(2)} s (from ${4 * 8} pairs and a day)`,
      ratio: `${Math.round(peerS / seconds)}×`,
    });
  }
  return [...rows, accuracy(elements, sites)];
}

/** Satellites of the UCS list that observe the Earth and are in the catalogue of the day. */
function imagingSatellites(): ElementSet[] {
  const { header, rows } = readCsv(
    orbitText("../shared/data/orbit/satcat/UCS-Satellite-Database-5-1-2023.csv.gz"),
  );
  const [number, purpose] = ["NORAD Number", "Purpose"].map((name) => header.fields.indexOf(name));
  const wanted = new Set<number>();
  for (const row of rows) {
    if (!("wrong" in row) && /Earth Obs/i.test(row.fields[purpose!] ?? ""))
      wanted.add(Number(row.fields[number!]));
  }
  return readElements(orbitText(CATALOGUE), CATALOGUE).elements.filter(({ id }) => wanted.has(id));
}

/** Sites spread evenly over the Earth, the same every time. */
function sitesAnywhere(count: number): ToFind["sites"] {
  const random = randomStream(7);
  return Array.from({ length: count }, () => ({
    latDeg: (Math.asin(2 * random() - 1) * 180) / Math.PI,
    lonDeg: random() * 360 - 180,
    altKm: 0,
  }));
}

async function twoWorkers(work: ToFind): Promise<{ seconds: number; processorS: number; passes: number }> {
  const workers = [0, 1].map((half) => {
    const elements = work.elements.filter((_, i) => i % 2 === half);
    return new Worker(new URL("./half-of-the-passes.ts", import.meta.url), {
      workerData: { ...work, elements },
    });
  });
  await Promise.all(workers.map((worker) => once(worker, "message")));
  const [started, before] = [performance.now(), process.cpuUsage()];
  for (const worker of workers) worker.postMessage("go");
  const counts = await Promise.all(
    workers.map(async (worker) => ((await once(worker, "message")) as [number])[0]),
  );
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { seconds, processorS: (user + system) / 1e6, passes: counts.reduce((a, b) => a + b) };
}

function satrecOf(id: number, lines: readonly string[]): SatRec {
  const at = lines.findIndex((line) => line.startsWith("1 ") && Number(line.slice(2, 7)) === id);
  return twoline2satrec(lines[at]!, lines[at + 1]!);
}

/** The elevation in degrees that satellite.js finds. */
function peerElevation(rec: SatRec, { latDeg, lonDeg, altKm }: ToFind["sites"][number], ms: number): number {
  const date = new Date(ms);
  const state = propagatePeer(rec, date);
  if (!state) return NaN;
  const observer = { latitude: degreesToRadians(latDeg), longitude: degreesToRadians(lonDeg), height: altKm };
  const { elevation } = ecfToLookAngles(observer, eciToEcf(state.position, gstime(date)));
  return (elevation * 180) / Math.PI;
}

function peerNsPerPairDay(elements: readonly ElementSet[], sites: ToFind["sites"]): number {
  const lines = orbitText(CATALOGUE).split(/\r?\n/);
  const recs = elements.map(({ id }) => satrecOf(id, lines));
  let above = 0;
  const started = performance.now();
  for (const rec of recs) {
    for (const site of sites) {
      for (let ms = FROM; ms < FROM + DAY_MS; ms += 20_000) if (peerElevation(rec, site, ms) > 0) above++;
    }
  }
  if (above === 0) throw new RangeError("the peer saw nothing");
  return ((performance.now() - started) * 1e6) / (recs.length * sites.length);
}

/** The largest difference of a rise or set from satellite.js looked at every second, and then to the millisecond. */
function accuracy(all: readonly ElementSet[], allSites: ToFind["sites"]): BenchRow {
  const elements = all.filter((_, i) => i % Math.ceil(all.length / 6) === 0);
  const sites = allSites.slice(0, 6);
  const lines = orbitText(CATALOGUE).split(/\r?\n/);
  const found = new Map<string, number[]>();
  const question = { sites, fromMs: FROM, toMs: FROM + DAY_MS, minElevationDeg: 0 };
  findPasses(initialise(elements), { first: 0, end: elements.length }, question, (pass) => {
    const times = [...(pass.startsBefore ? [] : [pass.riseMs]), ...(pass.endsAfter ? [] : [pass.setMs])];
    const key = `${pass.object} ${pass.site}`;
    found.set(key, [...(found.get(key) ?? []), ...times]);
  });
  let [worst, count, missed] = [0, 0, 0];
  for (const [object, { id }] of elements.entries()) {
    const rec = satrecOf(id, lines);
    for (const [place, site] of sites.entries()) {
      const mine = found.get(`${object} ${place}`) ?? [];
      const reference = crossingsOf((ms) => peerElevation(rec, site, ms));
      missed += Math.abs(mine.length - reference.length);
      count += reference.length;
      if (mine.length === reference.length) {
        mine.forEach((ms, i) => (worst = Math.max(worst, Math.abs(ms - reference[i]!))));
      }
    }
  }
  const figure = `${worst.toPrecision(2)} ms of ${count}, ${missed} missed or too many`;
  return {
    name: "largest difference of a rise or set from looking every second",
    figure,
    target: "100 ms, 0",
  };
}

function crossingsOf(elevation: (ms: number) => number): number[] {
  const crossings: number[] = [];
  let before = elevation(FROM);
  for (let ms = FROM + 1000; ms <= FROM + DAY_MS; ms += 1000) {
    const now = elevation(ms);
    if (before < 0 !== now < 0) {
      let [low, high] = [ms - 1000, ms];
      while (high - low > 1) {
        const middle = (low + high) / 2;
        if (elevation(middle) < 0 === before < 0) low = middle;
        else high = middle;
      }
      crossings.push((low + high) / 2);
    }
    before = now;
  }
  return crossings;
}

if (import.meta.main) console.table(await benchPasses());
