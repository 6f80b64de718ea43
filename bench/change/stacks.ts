import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  calibrate,
  changedObjects,
  largestT,
  logStack,
  pixelwiseT,
  seriesBreaks,
  simulatedStack,
  watchStack,
  type IndexStack,
} from "../../src/science/imagery/index.ts";
import { randomStream, standardNormal } from "../../src/science/numbers/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { percent, sharePrinted } from "./pairs.ts";

const SERIES = "../shared/data/geo/series";

/** Stacks of radar dates made up by the stated generator, a real cube of farmland, and single series. */
export function benchStacks(): BenchRow[] {
  return [...simulatedRadar(), ...farmland(), simts(), ...plantedSeries()];
}

const [SIDE, BEFORE] = [256, 24];
const inObject = (at: number) => at % 16 >= 5 && at % 16 < 10;
const isObject = (i: number) => inObject(i % SIDE) && inObject(Math.floor(i / SIDE));

function simulatedRadar(): BenchRow[] {
  return [1, 3, 6].flatMap((after) => {
    const changed = radarTests(after, 3);
    const steady = radarTests(after, 0);
    const { threshold, stated, measured } = calibrate(changed.history, 0.0008);
    const alarms = steady.t.reduce((sum, value) => sum + (value > threshold ? 1 : 0), 0);
    let found = 0;
    for (let object = 0; object < 256; object++)
      found += seenPixels(changed.t, object, threshold) >= 4 ? 1 : 0;
    const rate = alarms / steady.t.length;
    return [
      {
        name: `simulated radar, 24 dates before, ${after} after, VV and VH: objects of 25 px and 3 dB found`,
        figure: sharePrinted(found, 256),
        target: after === 3 ? "≥ 0.75" : "",
      },
      {
        name: "  pixels called changed in a stack without change",
        figure: `${percent(rate)} (stated ${percent(stated)}, on held-out history ${percent(measured)})`,
        ratio: `${(rate / stated).toFixed(2)} × stated`,
        target: "≤ 0.1 %, within 2 ×",
      },
    ];
  });
}

/** The last dates against those before, and every stretch of the past against the rest of it. */
function radarTests(after: number, stepDb: number): { t: Float32Array; history: Float32Array[] } {
  const usable = new Uint8Array(SIDE * SIDE).fill(1);
  const logs = ["VV", "VH"].map((polarisation) => {
    const random = randomStream(`bench ${polarisation} ${after} ${stepDb}`);
    const changeDb = (i: number, date: number) => (date >= BEFORE && isObject(i) ? stepDb : 0);
    const dates = simulatedStack({
      side: SIDE,
      dates: BEFORE + after,
      looks: 4.4,
      naturalDb: 1,
      random,
      changeDb,
    });
    return logStack({ width: SIDE, height: SIDE, dates, usable });
  });
  const against = (from: number, to: number, end: number) =>
    largestT(
      logs.map((log) => {
        const past = log.slice(0, end).filter((_, k) => k < from || k >= to);
        return pixelwiseT(past, log.slice(from, to), new Float32Array(SIDE * SIDE));
      }),
    );
  const starts = Array.from({ length: 4 }, (_, k) => k * 6);
  const history = starts.map((from) => against(from, from + after, BEFORE));
  return { t: against(BEFORE, BEFORE + after, BEFORE + after), history };
}

function seenPixels(t: Float32Array, object: number, threshold: number): number {
  const corner = (Math.floor(object / 16) * 16 + 5) * SIDE + (object % 16) * 16 + 5;
  let seen = 0;
  for (let i = 0; i < 25; i++) if (t[corner + Math.floor(i / 5) * SIDE + (i % 5)]! > threshold) seen++;
  return seen;
}

function farmland(): BenchRow[] {
  const folder = `${SERIES}/eolearn-s2`;
  if (!existsSync(folder)) return [{ name: "Sentinel-2 cube of farmland", figure: "data not here" }];
  return [true, false].flatMap((isMasked) => {
    const cube = readCube(folder, isMasked);
    const { from, watched, detectableStep } = watchStack(cube);
    const mask = Uint8Array.from(from, (date) => (date >= 0 ? 1 : 0));
    const alarms = mask.reduce((sum, one) => sum + one, 0);
    const { objects } = changedObjects(mask, new Float32Array(mask.length), { ...cube, leastPixels: 9 });
    const bare = cube.values.map((date, t) =>
      t < cube.start + 4 ? date : date.map((value) => 0.05 + 0.1 * value),
    );
    const bared = watchStack({ ...cube, values: bare });
    const found = bared.from.reduce((sum, date) => sum + (date >= 0 ? 1 : 0), 0);
    const years = cube.years.at(-1)! - cube.years[cube.start]!;
    const how = isMasked ? "clouds masked" : "no cloud mask";
    const name = `farmland, ${(years * 12).toFixed(0)} months, ${how}`;
    const step = `step that alarms ${detectableStep.toFixed(2)}`;
    return [
      {
        name: `${name}: false site observations (objects of 9 px)`,
        figure: `${objects.length}; pixels ${percent(alarms / watched)}`,
        target: isMasked ? "≤ 1 a year" : "",
      },
      {
        name: `  bare soil planted: pixels found`,
        figure: `${sharePrinted(found, watched)}, ${step}`,
        target: isMasked ? "" : "not 0",
      },
    ];
  });
}

function readCube(folder: string, isMasked: boolean): IndexStack {
  const [dates, height, width] = [68, 101, 100];
  const bytes = (name: string) => gunzipSync(readFileSync(`${folder}/${name}`));
  const [index, cloud] = [bytes("ndvi_i16_x10000.bin.gz"), bytes("cloudprob_u8_x255.bin.gz")];
  const stamps = JSON.parse(readFileSync(`${folder}/timestamps.json`, "utf8")) as string[];
  const pixels = width * height;
  const each = Array.from({ length: dates }, (_, t) => t);
  return {
    width,
    height,
    years: Float64Array.from(stamps, (stamp) => 1970 + Date.parse(`${stamp}Z`) / 31_557_600_000),
    values: each.map((t) =>
      Float32Array.from({ length: pixels }, (_, i) => index.readInt16LE(2 * (t * pixels + i)) / 10_000),
    ),
    clear: each.map((t) =>
      Uint8Array.from({ length: pixels }, (_, i) => (!isMasked || cloud[t * pixels + i]! <= 102 ? 1 : 0)),
    ),
    start: stamps.findIndex((stamp) => stamp >= "2017-07-20"),
  };
}

function simts(): BenchRow {
  const name = "bfast's simulated series: dates off the break at 99";
  const file = `${SERIES}/bfast/simts.csv`;
  if (!existsSync(file)) return { name, figure: "data not here" };
  const rows = readFileSync(file, "utf8").trim().split("\n").slice(1);
  const values = Float64Array.from(rows, (row) =>
    row.split(",").reduce((sum, part) => sum + Number(part), 0),
  );
  const { breaks } = seriesBreaks(
    values.map((_, i) => 2000 + i / 23),
    values,
  );
  const figure = breaks.map(({ at }) => String(Math.abs(at - 99))).join(", ") || "none found";
  return { name, figure, target: "≤ 1" };
}

function plantedSeries(): BenchRow[] {
  const kinds = ["step of 5 sigmas", "season shrunk to 0.3", "fall and slow return"] as const;
  return [0, 0.1, 0.2].flatMap((clouds) => {
    let alarms = 0;
    const rows = kinds.map((kind): BenchRow => {
      let within = 0;
      for (let seed = 0; seed < 40; seed++) {
        const { years, values, at } = planted(`${kind} ${seed}`, kind, clouds);
        if (seriesBreaks(years, values).breaks.some((one) => Math.abs(one.at - at) <= 1)) within++;
      }
      return {
        name: `planted ${kind}, ${percent(clouds)} unmasked clouds: within one clear date`,
        figure: sharePrinted(within, 40),
      };
    });
    for (let seed = 0; seed < 40; seed++) {
      const { years, values } = planted(`steady ${seed}`, "steady", clouds);
      if (seriesBreaks(years, values).breaks.length > 0) alarms++;
    }
    return [...rows, { name: "  steady series with a break told", figure: sharePrinted(alarms, 40) }];
  });
}

function planted(seed: string, kind: string, clouds: number) {
  const random = randomStream(`planted ${seed} ${clouds}`);
  const years: number[] = [];
  for (let i = 0; i < 23 * 8; i++) if (random() < 0.7) years.push(2010 + (i + 0.6 * random()) / 23);
  const at = Math.floor(years.length * (0.25 + 0.5 * random()));
  let red = 0;
  const values = years.map((year, i) => {
    red = 0.3 * red + 0.03 * standardNormal(random);
    const season = 0.2 * Math.sin(2 * Math.PI * year) + 0.04 * Math.sin(4 * Math.PI * year);
    const isAfter = i >= at;
    const step = isAfter && kind.startsWith("step") ? -0.15 : 0;
    const fall = isAfter && kind.startsWith("fall") ? -0.3 * Math.exp((years[at]! - year) / 3) : 0;
    const share = isAfter && kind.startsWith("season") ? 0.3 : 1;
    const cloud = random() < clouds ? -0.2 - 0.3 * random() : 0;
    return 0.5 + share * season + step + fall + cloud + red;
  });
  return { years: Float64Array.from(years), values: Float64Array.from(values), at };
}
