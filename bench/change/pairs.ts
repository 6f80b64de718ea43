import { existsSync, readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import {
  changedMask,
  opticalChange,
  radarChange,
  readBmp,
  readEnvi,
  readEnviHeader,
  sceneOf,
  shareInterval,
  type Raster,
  type Scene,
} from "../../src/science/imagery/index.ts";
import { agreement } from "../../src/science/imagery/testing/agreement.ts";
import { landscape, laterDate } from "../../src/science/imagery/testing/landscape.ts";
import type { BenchRow } from "../bench-row.ts";

const GEO = "../shared/data/geo";

/** Pairs with labels, and made-up optical ones over shares of change, gain and haze. */
export function benchPairs(): BenchRow[] {
  return [taizhou(), ottawa(), ...madeUpOptical()];
}

const optical = (before: Scene, after: Scene) =>
  changedMask(opticalChange(before, after, { alpha: null, unit: null, shiftLimitPx: 5 }));
const radar = (before: Scene, after: Scene) =>
  changedMask(radarChange(before, after, { alpha: null, shiftLimitPx: 5 }));

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

/** `median 0.903, least 0.804`. */
export function spread(values: readonly number[]): string {
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
