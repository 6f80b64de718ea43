import { once } from "node:events";
import { Worker } from "node:worker_threads";
import {
  BulkPropagator,
  createSingleThreadRuntime,
  EciBaseCalculator,
  sgp4,
  twoline2satrec,
  type SatRec,
} from "satellite.js";
import {
  allocateStates,
  batchPropagator,
  initialise,
  propagate,
  propagateBatch,
  readElements,
  type ElementSet,
} from "#science/orbits/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { CATALOGUE, orbitText } from "./catalogue.ts";

/** A week in steps of half a day and a little, so that no two phases are alike. */
const MINUTES = Float64Array.from({ length: 14 }, (_, i) => i * 775);
const PEER = "satellite.js 7.1.0";
/** Below this many radians per minute an orbit is deep-space. */
const DEEP_REV_PER_DAY = 6.4;

export async function benchPropagation(): Promise<BenchRow[]> {
  const text = orbitText(CATALOGUE);
  const { elements } = readElements(text, CATALOGUE);
  const recs = satrecsOf(text);
  const isDeep = elements.map(({ meanMotionRevPerDay }) => meanMotionRevPerDay < DEEP_REV_PER_DAY);
  const pick = (deep: boolean) => ({
    elements: elements.filter((_, i) => isDeep[i] === deep),
    recs: recs.filter((_, i) => isDeep[i] === deep),
  });
  return [
    verification(),
    agreement(elements, recs),
    reading(text),
    ...(await throughput("near-earth", pick(false), "4 M/s, 2×")),
    ...(await throughput("deep-space", pick(true), "1.7 M/s, 2×")),
    await twoWorkers(elements),
  ];
}

function satrecsOf(text: string): SatRec[] {
  const lines = text.split(/\r?\n/).filter((line) => /^[12] /.test(line));
  return Array.from({ length: lines.length / 2 }, (_, i) => twoline2satrec(lines[2 * i]!, lines[2 * i + 1]!));
}

function verification(): BenchRow {
  const orbits = initialise(readElements(orbitText("SGP4-VER.TLE"), "SGP4-VER.TLE").elements);
  const state = new Float64Array(6);
  let [object, count, refused, worst] = [-1, 0, 0, 0];
  for (const line of orbitText("tcppver.out").trim().split("\n")) {
    if (line.includes("xx")) {
      object++;
      continue;
    }
    const [minutes, x, y, z] = line.trim().split(/\s+/).map(Number);
    if (propagate(orbits, object, minutes!, state) !== 0) refused++;
    else {
      count++;
      worst = Math.max(worst, Math.hypot(state[0]! - x!, state[1]! - y!, state[2]! - z!));
    }
  }
  const figure = `${count} vectors, largest error ${worst.toExponential(2)} km, ${refused} refused`;
  return { name: "verification (AIAA 2006-6753)", figure, target: "666, 1.2e-7 km, 1" };
}

function agreement(elements: readonly ElementSet[], recs: readonly SatRec[]): BenchRow {
  const orbits = initialise(elements);
  const plain = allocateStates(elements.length * MINUTES.length);
  const fast = allocateStates(elements.length * MINUTES.length);
  const times = { minutes: MINUTES, originMs: null };
  const all = { first: 0, end: elements.length };
  propagateBatch(orbits, all, times, plain);
  batchPropagator(orbits)(all, times, fast);
  let [toPeer, toPlain] = [0, 0];
  for (let cell = 0; cell < plain.errors.length; cell++) {
    if (plain.errors[cell] !== 0) continue;
    const [x, y, z] = [0, 1, 2].map((i) => plain.values[cell * 6 + i]!) as [number, number, number];
    const [fx, fy, fz] = [0, 1, 2].map((i) => fast.values[cell * 6 + i]!) as [number, number, number];
    toPlain = Math.max(toPlain, Math.hypot(x - fx, y - fy, z - fz));
    const answer = sgp4(recs[Math.floor(cell / MINUTES.length)]!, MINUTES[cell % MINUTES.length]!);
    if (answer)
      toPeer = Math.max(
        toPeer,
        Math.hypot(x - answer.position.x, y - answer.position.y, z - answer.position.z),
      );
  }
  const figure = `${toPeer.toExponential(1)} km, kernel to plain ${toPlain.toExponential(1)} km`;
  return {
    name: `${elements.length} objects over a week, furthest from ${PEER}`,
    figure,
    target: "1e-6, 1e-8 km",
  };
}

function reading(text: string): BenchRow {
  const { own, peer } = alternately(
    () => initialise(readElements(text, CATALOGUE).elements),
    () => satrecsOf(text),
  );
  return {
    name: "read and initialise the catalogue",
    figure: `${Math.round(own)} ms`,
    peer: `${PEER} ${Math.round(peer)} ms`,
    ratio: times(peer / own),
    target: "300 ms",
  };
}

interface Both {
  readonly elements: readonly ElementSet[];
  readonly recs: readonly SatRec[];
}

async function throughput(kind: string, { elements, recs }: Both, target: string): Promise<BenchRow[]> {
  const orbits = initialise(elements);
  const fast = batchPropagator(orbits);
  const cells = elements.length * MINUTES.length;
  const states = allocateStates(cells);
  const all = { first: 0, end: elements.length };
  const asked = { minutes: MINUTES, originMs: null };
  const peerLoop = () => {
    for (const rec of recs) for (const minutes of MINUTES) sgp4(rec, minutes);
  };
  const plainRun = alternately(() => propagateBatch(orbits, all, asked, states), peerLoop);
  const fastRun = alternately(() => fast(all, asked, states), peerLoop);
  const bulk = await peerBulk(recs);
  const bulkRun = alternately(() => fast(all, asked, states), bulk);
  const rate = (ms: number) => `${(cells / ms / 1000).toFixed(2)} M/s`;
  const row = (name: string, { own, peer }: Alternated, peerName: string, goal: string): BenchRow => ({
    name: `${kind}, ${name}, one core`,
    figure: rate(own),
    peer: `${peerName} ${rate(peer)}`,
    ratio: times(peer / own),
    target: goal,
  });
  return [
    row("plain TypeScript", plainRun, PEER, "1.3×"),
    row("kernel", fastRun, PEER, target),
    row("kernel", bulkRun, "its WebAssembly in bulk", "–"),
  ];
}

/** The peer propagates to dates, so its offsets follow from the epochs; the work is the same. */
async function peerBulk(recs: readonly SatRec[]): Promise<() => void> {
  const propagator = new BulkPropagator({
    runtime: await createSingleThreadRuntime(),
    calculators: [new EciBaseCalculator()],
    satRecsCount: recs.length,
    datesCount: MINUTES.length,
  });
  propagator.setSatRecs([...recs]);
  propagator.setDates(Array.from(MINUTES, (minutes) => new Date(Date.UTC(2024, 6, 5) + minutes * 60_000)));
  return () => propagator.run();
}

async function twoWorkers(elements: readonly ElementSet[]): Promise<BenchRow> {
  const halves = [0, 1].map((half) => elements.filter((_, i) => i % 2 === half));
  const script = new URL("half-of-them.ts", import.meta.url);
  const workers = halves.map(
    (half) => new Worker(script, { workerData: { elements: half, minutes: MINUTES } }),
  );
  await Promise.all(workers.map((worker) => once(worker, "message")));
  let best = Infinity;
  for (let round = 0; round < 8; round++) {
    const started = performance.now();
    const answers = workers.map((worker) => once(worker, "message"));
    for (const worker of workers) worker.postMessage("go");
    await Promise.all(answers);
    best = Math.min(best, performance.now() - started);
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  const rate = (elements.length * MINUTES.length) / best / 1000;
  return {
    name: "whole catalogue, kernel on two workers",
    figure: `${rate.toFixed(2)} M/s`,
    target: "8 M/s",
  };
}

interface Alternated {
  readonly own: number;
  readonly peer: number;
}

/** The best of several runs of each, in milliseconds, taken in turns so that both meet the same machine. */
function alternately(own: () => unknown, peer: () => unknown): Alternated {
  const best = { own: Infinity, peer: Infinity };
  for (let round = 0; round < 6; round++) {
    best.own = Math.min(best.own, clocked(own));
    best.peer = Math.min(best.peer, clocked(peer));
  }
  return best;
}

function clocked(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

const times = (ratio: number) => `${ratio.toFixed(2)}×`;
