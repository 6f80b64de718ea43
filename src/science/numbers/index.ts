/** Numerics that the science rooms have in common. */
export { betaDraw, dirichletDraw, gammaDraw, standardNormal } from "./draws.ts";
export { logGamma } from "./log-gamma.ts";
export { expit, logSumExp, logit } from "./log-odds.ts";
export { normalCdf, normalLogCdf } from "./normal.ts";
export { randomStream } from "./random-stream.ts";
export type { Random } from "./random-stream.ts";
export { weightedQuantile } from "./weighted-quantile.ts";
