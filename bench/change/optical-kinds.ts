import { changedMask, compareRasters, sceneOf } from "../../src/science/imagery/index.ts";
import { usableInBoth } from "../../src/science/imagery/scene.ts";
import { agreement } from "../../src/science/imagery/testing/agreement.ts";
import { randomStream } from "../../src/science/numbers/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { madeOpticalPair, type OpticalKind } from "./optical-ground.ts";
import { percent, spread } from "./pairs.ts";

const [SIDE, SEEDS] = [192, 3];

const USUAL = {
  land: "farmland",
  becomes: ["roof", "asphalt"],
  share: 0.03,
  shape: "block",
  widthPx: [5, 16],
  green: [0.8, 0.8],
  hazeAcross: 0,
  relief: 0,
  shiftPx: 0.2,
  bands: [0, 1, 2, 3],
  stored: "reflectance",
  hasGaps: false,
} as const satisfies Partial<OpticalKind>;

/** Pairs as analysts have them: what may change, and what two dates differ by besides. */
const KINDS: readonly OpticalKind[] = [
  { ...USUAL, name: "a town grows" },
  { ...USUAL, name: "a town grows, suburb of small patches", land: "suburb", share: 0.05 },
  {
    ...USUAL,
    name: "a fire, six bands",
    land: "forest",
    becomes: ["char"],
    share: 0.08,
    shape: "blob",
    widthPx: [20, 50],
    bands: [0, 1, 2, 3, 4, 5],
  },
  {
    ...USUAL,
    name: "roads 2–3 px wide in a desert",
    land: "desert",
    becomes: ["asphalt"],
    share: 0.01,
    shape: "line",
    widthPx: [2, 3],
  },
  { ...USUAL, name: "pads of 8–14 px in a desert", land: "desert", share: 0.006, widthPx: [8, 14] },
  { ...USUAL, name: "harvest", becomes: ["stubble", "soil"], share: 0.1, shape: "field" },
  {
    ...USUAL,
    name: "clearings in forest",
    land: "forest",
    becomes: ["soil"],
    share: 0.03,
    shape: "blob",
    widthPx: [8, 20],
  },
  { ...USUAL, name: "haze that thickens to one side", hazeAcross: 0.08 },
  { ...USUAL, name: "half a pixel off", shiftPx: 0.5 },
  { ...USUAL, name: "red, green, blue in 8 bits", bands: [2, 1, 0], stored: "8 bits" },
  {
    ...USUAL,
    name: "red, green, blue in 8 bits, another gamma",
    bands: [2, 1, 0],
    stored: "8 bits, other gamma",
  },
  { ...USUAL, name: "one band", bands: [2], stored: "radiance" },
  { ...USUAL, name: "an offset on one date", stored: "reflectance, offset" },
  { ...USUAL, name: "strips without data", hasGaps: true, bands: [0, 1, 2, 3, 4, 5] },
  { ...USUAL, name: "slopes under another sun", land: "forest", becomes: ["soil", "roof"], relief: 0.1 },
  { ...USUAL, name: "fields that turn green", green: [0.3, 0.9], bands: [0, 1, 2, 3, 4, 5] },
  { ...USUAL, name: "fields that turn bare, 8 bits", green: [0.9, 0.4], bands: [2, 1, 0], stored: "8 bits" },
];

/** F1 of each kind over what both dates show, and what is called changed in pairs of all kinds where nothing changed. */
export function benchOpticalKinds(): BenchRow[] {
  const steady: number[] = [];
  const rows = KINDS.map((kind) => {
    const found = Array.from({ length: SEEDS }, (_, k) => measured(kind, `${kind.name} ${k}`).f1);
    steady.push(measured({ ...kind, share: 0 }, `${kind.name} steady`).marked);
    return { name: `made-up optical pairs, ${kind.name}: F1`, figure: spread(found), target: "≥ 0.80" };
  });
  const name = `the same, ${steady.length} without change: share called changed`;
  return [...rows, { name, figure: percent(Math.max(...steady)), target: "0" }];
}

function measured(kind: OpticalKind, seed: string): { readonly f1: number; readonly marked: number } {
  const { before, after, truth } = madeOpticalPair(kind, SIDE, randomStream(seed));
  const seen = usableInBoth(sceneOf(before), sceneOf(after));
  const mask = changedMask(compareRasters(before, after, { kind: "optical", alpha: null, shiftLimitPx: 5 }));
  const marked = mask.reduce((sum, one) => sum + one, 0) / mask.length;
  return { f1: agreement(mask, (i) => (seen[i] === 1 ? truth[i]! : null)).f1, marked };
}
