import type { Random } from "./random-stream.ts";

/** Layers of equal area under exp(−x), the lowest with the tail. */
const LAYERS = 256;
const TAIL = 7.697117470131049;
const AREA = 0.003949659822581557;

/** Right ends of the layers, from the widest inwards; one more stands for the lowest, as if it were a rectangle. */
const ENDS = new Float64Array(LAYERS + 1);
const HEIGHTS = new Float64Array(LAYERS + 1);
ENDS[0] = AREA / Math.exp(-TAIL);
ENDS[1] = TAIL;
for (let i = 2; i < LAYERS; i++) ENDS[i] = -Math.log(AREA / ENDS[i - 1]! + Math.exp(-ENDS[i - 1]!));
for (let i = 1; i <= LAYERS; i++) HEIGHTS[i] = Math.exp(-ENDS[i]!);

/** One exponential draw of mean 1 by the ziggurat. Marsaglia & Tsang 2000, J. Stat. Soft. 5(8). */
export function zigguratExponential(random: Random): number {
  let before = 0;
  for (;;) {
    const scaled = random() * LAYERS;
    const layer = Math.floor(scaled);
    const x = (scaled - layer) * ENDS[layer]!;
    if (x < ENDS[layer + 1]!) return before + x;
    // Beyond the tail's beginning the law is the same again.
    if (layer === 0) before += TAIL;
    else if (HEIGHTS[layer]! + random() * (HEIGHTS[layer + 1]! - HEIGHTS[layer]!) < Math.exp(-x))
      return before + x;
  }
}
