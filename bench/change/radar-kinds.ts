import { changedMask, radarChange } from "../../src/science/imagery/index.ts";
import { agreement } from "../../src/science/imagery/testing/agreement.ts";
import { randomStream } from "../../src/science/numbers/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { percent, spread } from "./pairs.ts";
import { madePair, type RadarKind } from "./radar-ground.ts";

const [SIDE, SEEDS] = [224, 4];

const USUAL = {
  looks: [4, 4],
  isShared: true,
  parcelDb: 0.5,
  stored: "amplitude",
  pedestal: 0,
  db: [5, 10],
  signs: [1, -1],
  widthPx: [10, 20],
} as const;

/** As public pairs are said to be: a flood of one per cent, shores, farmland of one look against four, other stretches. */
const KINDS: readonly RadarKind[] = [
  { ...USUAL, name: "ovals of a flood, 1.2 %", share: 0.012, shape: "oval", signs: [-1] },
  {
    ...USUAL,
    name: "strips 3–8 px wide, 4 %, one look against four",
    share: 0.04,
    shape: "strip",
    widthPx: [3, 8],
    looks: [1, 4],
    isShared: false,
  },
  {
    ...USUAL,
    name: "banks 3–6 px wide, 2 %, one look against four",
    share: 0.02,
    shape: "bank",
    widthPx: [3, 6],
    looks: [1, 4],
  },
  { ...USUAL, name: "fields, 5 %, four looks against one", share: 0.05, shape: "field", looks: [4, 1] },
  {
    ...USUAL,
    name: "fields, 3 %, among fields that drift by 1.5 dB",
    share: 0.03,
    shape: "field",
    signs: [-1],
    parcelDb: 1.5,
  },
  {
    ...USUAL,
    name: "strips 4–9 px wide, 4 %, decibels in 8 bits",
    share: 0.04,
    shape: "strip",
    widthPx: [4, 9],
    looks: [3, 3],
    stored: "decibel",
  },
  {
    ...USUAL,
    name: "strips 4–9 px wide, 4 %, an offset of amplitude",
    share: 0.04,
    shape: "strip",
    widthPx: [4, 9],
    looks: [3, 3],
    pedestal: 0.5,
  },
];

/** Kappa of each kind, and what is called changed in pairs of all kinds where nothing changed. */
export function benchRadarKinds(): BenchRow[] {
  const steady: number[] = [];
  const rows = KINDS.map((kind) => {
    const found = Array.from({ length: SEEDS }, (_, k) => measured(kind, `${kind.name} ${k}`).kappa);
    steady.push(measured({ ...kind, share: 0 }, `${kind.name} steady`).marked);
    return {
      name: `made-up 8-bit radar pairs, ${kind.name}: kappa`,
      figure: spread(found),
      target: "≥ 0.82",
    };
  });
  const name = `the same, ${steady.length} without change: share called changed`;
  return [...rows, { name, figure: percent(Math.max(...steady)), target: "0" }];
}

function measured(kind: RadarKind, seed: string): { readonly kappa: number; readonly marked: number } {
  const { dates, truth } = madePair(kind, SIDE, randomStream(seed));
  const mask = changedMask(radarChange(...dates, { alpha: null, shiftLimitPx: 5 }));
  const marked = mask.reduce((sum, one) => sum + one, 0) / mask.length;
  return { kappa: agreement(mask, (i) => truth[i]!).kappa, marked };
}
