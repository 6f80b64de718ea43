import type { Random } from "./random-stream.ts";

/** Layers of equal area under exp(−x²/2), the lowest with the tail; beyond `TAIL` lies less than one in 3600. */
const LAYERS = 256;
const TAIL = 3.6541528853610088;
const AREA = 0.00492867323399;

/** Right ends of the layers, from the widest inwards; one more stands for the lowest, as if it were a rectangle. */
const ENDS = new Float64Array(LAYERS + 1);
/** exp(−x²/2) at the ends. */
const HEIGHTS = new Float64Array(LAYERS + 1);
ENDS[0] = AREA / Math.exp(-0.5 * TAIL * TAIL);
ENDS[1] = TAIL;
for (let i = 2; i < LAYERS; i++) {
  const below = ENDS[i - 1]!;
  ENDS[i] = Math.sqrt(-2 * Math.log(AREA / below + Math.exp(-0.5 * below * below)));
}
for (let i = 1; i <= LAYERS; i++) HEIGHTS[i] = Math.exp(-0.5 * ENDS[i]! * ENDS[i]!);

/**
 * One standard normal draw by the ziggurat: one uniform number and one product in 98 of 100 cases. Marsaglia & Tsang
 * 2000, J. Stat. Soft. 5(8), with the layer and the place taken from different bits (Doornik 2005). For draws by
 * the million; `standardNormal` keeps the bits that seeded worlds rest on.
 */
export function zigguratNormal(random: Random): number {
  for (;;) {
    const scaled = random() * LAYERS;
    const layer = Math.floor(scaled);
    const x = (2 * (scaled - layer) - 1) * ENDS[layer]!;
    if (Math.abs(x) < ENDS[layer + 1]!) return x;
    if (layer === 0) return Math.sign(x) * tail(random);
    const height = HEIGHTS[layer]! + random() * (HEIGHTS[layer + 1]! - HEIGHTS[layer]!);
    if (height < Math.exp(-0.5 * x * x)) return x;
  }
}

/** One draw from beyond `TAIL`. Marsaglia 1964. */
function tail(random: Random): number {
  for (;;) {
    const x = -Math.log(1 - random()) / TAIL;
    const y = -Math.log(1 - random());
    if (2 * y > x * x) return TAIL + x;
  }
}
