/** Numerics that the science rooms have in common. */
export { choiceDraw, poissonDraw } from "./count-draws.ts";
export { counted } from "./counted.ts";
export { betaDraw, dirichletDraw, gammaDraw, preparedDirichlets, standardNormal } from "./draws.ts";
export { logBetaInc, studentTLogCdf } from "./log-beta-tails.ts";
export { logGamma } from "./log-gamma.ts";
export { logGammaP, logGammaQ } from "./log-gamma-tails.ts";
export { expit, logOneMinusExp, logSumExp, logit } from "./log-odds.ts";
export { maximum } from "./maximum.ts";
export { peakWithin } from "./peak-within.ts";
export { normalCdf, normalLogCdf } from "./normal.ts";
export { betaQuantile, gammaQuantile, normalQuantile, studentTQuantile } from "./quantiles.ts";
export { randomStream } from "./random-stream.ts";
export type { Random } from "./random-stream.ts";
export { root } from "./root.ts";
export { shuffled } from "./shuffled.ts";
export { weightedQuantile } from "./weighted-quantile.ts";
