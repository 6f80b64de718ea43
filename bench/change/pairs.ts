import { existsSync, readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import {
  opticalChange,
  radarChange,
  readBmp,
  readEnvi,
  readEnviHeader,
  sceneOf,
  shareInterval,
  simulatedStack,
  type PairChange,
  type Raster,
  type Scene,
} from "../../src/science/imagery/index.ts";
import { agreement } from "../../src/science/imagery/testing/agreement.ts";
import { landscape, laterDate } from "../../src/science/imagery/testing/landscape.ts";
import { randomStream } from "../../src/science/numbers/index.ts";
import type { BenchRow } from "../bench-row.ts";

const GEO = "../shared/data/geo";

/** Pairs with labels, and made-up ones over shares of change, gain, haze and speckle. */
export function benchPairs(): BenchRow[] {
  return [taizhou(), ottawa(), ...madeUpOptical(), ...madeUpRadar()];
}

function maskOf({ magnitude, threshold: { threshold } }: PairChange): Uint8Array {
  return Uint8Array.from(magnitude, (value) => (value > threshold ? 1 : 0));
}

const optical = (before: Scene, after: Scene) =>
  maskOf(opticalChange(before, after, { alpha: null, unit: null, shiftLimitPx: 5 }));
const radar = (before: Scene, after: Scene) =>
  maskOf(radarChange(before, after, { alpha: null, scale: null, shiftLimitPx: 5 }));

function taizhou(): BenchRow {
  const name = "Taizhou, Landsat 2000 and 2003, sure pixels: F1";
  const folder = `${GEO}/cd-landsat/Taizhou`;
  if (!existsSync(folder)) return { name, figure: "data not here", target: "≥ 0.95" };
  const [before, after] = ["2000TM", "2003TM"].map((one) => {
    const header = readEnviHeader(readFileSync(`${folder}/${one}.HDR`, "latin1"));
    if ("wrong" in header) throw new Error(header.wrong);
    return sceneOf(readEnvi(header, readFileSync(`${folder}/${one}`)) as Raster);
  }) as [Scene, Scene];
  const [changed, unchanged] = ["change", "unchanged"].map(
    (one) => (readBmp(readFileSync(`${folder}/${one}.bmp`)) as Raster).bands[0]!,
  );
  const { f1, kappa, falseShare, recall } = agreement(optical(before, after), (i) =>
    changed![i] ? 1 : unchanged![i] ? 0 : null,
  );
  const figure = `${f1.toFixed(3)} (kappa ${kappa.toFixed(3)}, recall ${recall.toFixed(3)}, false ${percent(falseShare)})`;
  return { name, figure, target: "≥ 0.95" };
}

function ottawa(): BenchRow {
  const name = "Ottawa, Radarsat: kappa";
  const file = `${GEO}/cd-sar/Ottawa_dataset.zip`;
  if (!existsSync(file)) return { name, figure: "data not here", target: "≥ 0.90" };
  const zip = readFileSync(file);
  const [before, after, truth] = ["ottawa_1", "ottawa_2", "ottawa_gt"].map((one) => {
    const at = zip.indexOf(`${one}.bmp`, 0, "latin1") - 30;
    const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    return readBmp(inflateRawSync(zip.subarray(from))) as Raster;
  }) as [Raster, Raster, Raster];
  const { kappa, f1, falseShare } = agreement(radar(sceneOf(before), sceneOf(after)), (i) =>
    truth.bands[0]![i]! > 128 ? 1 : 0,
  );
  const figure = `${kappa.toFixed(3)} (F1 ${f1.toFixed(3)}, false ${percent(falseShare)})`;
  return { name, figure, target: "≥ 0.90" };
}

const SHARES = [0.005, 0.02, 0.08, 0.3];

function madeUpOptical(): BenchRow[] {
  const found: number[] = [];
  const steady: number[] = [];
  for (const seed of ["a", "b", "c"]) {
    const place = landscape({ seed, side: 192, bands: 6 });
    for (const haze of [0, 8]) {
      for (const changed of SHARES) {
        const { scene, truth } = laterDate(place, { seed: `${seed} ${haze} ${changed}`, changed, haze });
        found.push(agreement(optical(place.scene, scene), (i) => truth[i]!).f1);
      }
      const { scene } = laterDate(place, { seed: `${seed} ${haze} none`, changed: 0, haze });
      const mask = optical(place.scene, scene);
      steady.push(mask.reduce((sum, one) => sum + one, 0) / mask.length);
    }
  }
  return [
    {
      name: `made-up optical pairs, ${found.length} of 0.5–30 % change: F1`,
      figure: spread(found),
      target: "≥ 0.80",
    },
    {
      name: `the same, ${steady.length} without change: share called changed`,
      figure: percent(Math.max(...steady)),
      target: "0",
    },
  ];
}

function madeUpRadar(): BenchRow[] {
  const found: number[] = [];
  const steady: number[] = [];
  const side = 192;
  for (const looks of [3, 4.4, 8]) {
    for (const share of [0, ...SHARES.slice(1)]) {
      const random = randomStream(`radar pair ${looks} ${share}`);
      const truth = new Uint8Array(side * side);
      while (truth.reduce((sum, one) => sum + one, 0) < share * truth.length) {
        const [w, h] = [8 + Math.floor(random() * 30), 8 + Math.floor(random() * 30)];
        const at = Math.floor(random() * (side - h)) * side + Math.floor(random() * (side - w));
        for (let i = 0; i < w * h; i++) truth[at + Math.floor(i / w) * side + (i % w)] = 1;
      }
      const changeDb = (i: number, date: number) => (date === 1 ? 6 * truth[i]! : 0);
      const [x, y] = simulatedStack({ side, dates: 2, looks, naturalDb: 1, random, changeDb }).map(
        (band): Scene => ({ width: side, height: side, bands: [band], usable: null }),
      ) as [Scene, Scene];
      const mask = radar(x, y);
      if (share > 0) found.push(agreement(mask, (i) => truth[i]!).kappa);
      else steady.push(mask.reduce((sum, one) => sum + one, 0) / mask.length);
    }
  }
  return [
    {
      name: `made-up radar pairs, ${found.length} of 2–30 % change of 6 dB, 3–8 looks: kappa`,
      figure: spread(found),
      target: "≥ 0.82",
    },
    {
      name: `the same, ${steady.length} without change: share called changed`,
      figure: percent(Math.max(...steady)),
      target: "0",
    },
  ];
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `median ${sorted[sorted.length >> 1]!.toFixed(3)}, least ${sorted[0]!.toFixed(3)}`;
}

/** `0.12 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.001 && share > 0 ? 3 : 2)} %`;
}

/** `0.83 (0.79–0.86)`, a share with its 90 % interval. */
export function sharePrinted(hits: number, trials: number): string {
  const [low, high] = shareInterval(hits, trials);
  return `${(hits / trials).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
}
