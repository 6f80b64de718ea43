import { changedMask, radarChange, simulatedStack, type Scene } from "../../src/science/imagery/index.ts";
import { agreement } from "../../src/science/imagery/testing/agreement.ts";
import { randomStream, type Random } from "../../src/science/numbers/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { percent, spread } from "./pairs.ts";

/** What was done to a made-up pair: changes of `db`, up, down or both, on a share of the ground. */
interface MadeUpPair {
  readonly share: number;
  readonly looks: number | readonly number[];
  readonly naturalDb: number;
  readonly signs: readonly number[];
  readonly db: number;
}

const SIDE = 192;
const SIX_DB = { naturalDb: 1, signs: [1], db: 6 };

/** Made-up radar pairs over shares of change, looks, signs and strengths. */
export function benchRadarPairs(): BenchRow[] {
  const looks = [3, 4.4, 8];
  const seeds = ["", "h1 ", "h2 ", "h3 ", "h4 ", "h5 "];
  const each = seeds.flatMap((seed) =>
    looks.flatMap((of) => [0, 0.02, 0.08, 0.3].map((share) => ({ seed, looks: of, share, ...SIX_DB }))),
  );
  const measured = each.map((pair) => ({
    ...pair,
    ...compared(pair, randomStream(`radar pair ${pair.seed}${pair.looks} ${pair.share}`)),
  }));
  const found = measured.filter(({ share }) => share > 0).map(({ kappa }) => kappa);
  const steady = measured.filter(({ share }) => share === 0).map(({ marked }) => marked);
  const varied = Array.from({ length: 48 }, (_, k) => {
    const random = randomStream(`varied radar pair ${k}`);
    return compared(variedPair(k, random), random).kappa;
  });
  const unlike = [0, 0.01, 0.06].map((share) =>
    Array.from({ length: 8 }, (_, k) => {
      const random = randomStream(`unlike looks ${share} ${k}`);
      return compared(
        { share, looks: k % 2 === 0 ? [1, 4] : [4, 1], naturalDb: 0.5, signs: [1, -1], db: 6 },
        random,
      );
    }),
  );
  return [
    row(
      `made-up radar pairs, ${found.length} of 2–30 % change of 6 dB, 3–8 looks: kappa`,
      spread(found),
      "≥ 0.82",
    ),
    row(`the same, ${steady.length} without change: share called changed`, percent(Math.max(...steady)), "0"),
    row(
      `${varied.length} of 1–40 % change of 3–10 dB, up, down or both, 1–8 looks: kappa`,
      spread(varied),
      "≥ 0.82",
    ),
    row(
      "16 of 1 and 6 % change of 6 dB, one look against four: kappa",
      spread(unlike.slice(1).flatMap((pairs) => pairs.map(({ kappa }) => kappa))),
      "≥ 0.82",
    ),
    row(
      "the same, 8 without change: share called changed",
      percent(Math.max(...unlike[0]!.map(({ marked }) => marked))),
      "0",
    ),
  ];
}

function row(name: string, figure: string, target: string): BenchRow {
  return { name, figure, target };
}

function variedPair(k: number, random: Random): MadeUpPair {
  return {
    share: [0.01, 0.02, 0.04, 0.08, 0.15, 0.25, 0.32, 0.4][k % 8]!,
    looks: 8 ** random(),
    naturalDb: 0.5 + random(),
    signs: [[1], [-1], [1, -1]][Math.floor(3 * random())]!,
    db: 3 + 7 * random(),
  };
}

function compared(pair: MadeUpPair, random: Random): { kappa: number; marked: number } {
  const changeOf = rectangles(pair, random);
  const question = { side: SIDE, dates: 2, looks: pair.looks, naturalDb: pair.naturalDb, random };
  const changeDb = (i: number, date: number) => (date === 1 ? changeOf[i]! : 0);
  const [before, after] = simulatedStack({ ...question, changeDb }).map((band): Scene => ({
    width: SIDE,
    height: SIDE,
    bands: [band],
    usable: null,
  })) as [Scene, Scene];
  const mask = changedMask(radarChange(before, after, { alpha: null, shiftLimitPx: 5 }));
  const { kappa } = agreement(mask, (i) => (changeOf[i] === 0 ? 0 : 1));
  return { kappa, marked: mask.reduce((sum, one) => sum + one, 0) / mask.length };
}

function rectangles({ share, signs, db }: MadeUpPair, random: Random): Float32Array {
  const changeOf = new Float32Array(SIDE * SIDE);
  while (changeOf.reduce((sum, one) => sum + (one === 0 ? 0 : 1), 0) < share * changeOf.length) {
    const [w, h] = [8 + Math.floor(random() * 30), 8 + Math.floor(random() * 30)];
    const at = Math.floor(random() * (SIDE - h)) * SIDE + Math.floor(random() * (SIDE - w));
    const change = db * (signs.length === 1 ? signs[0]! : signs[Math.floor(random() * signs.length)]!);
    for (let i = 0; i < w * h; i++) changeOf[at + Math.floor(i / w) * SIDE + (i % w)] = change;
  }
  return changeOf;
}
