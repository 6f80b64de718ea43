import { standardNormal, type Random } from "#science/numbers/index.ts";
import { cosinePhase, type PhaseSums } from "./schuster.ts";

/** A density over a span: events, each smeared by a Gaussian that is reflected at both ends. */
export interface SmoothRate {
  readonly times: Float64Array;
  readonly bandwidth: number;
  readonly from: number;
  readonly to: number;
}

/** The transforms of the half-waves that the density is made of. */
export type HalfWaves = readonly PhaseSums[];

/** Beyond this many standard deviations of the kernel, in angle, a half-wave is smeared out. */
const LAST_ANGLE = 4;

/** Half-waves 0, 1, 2 … of a span, as far as a kernel of that width leaves any. */
export function halfWaves(frequencies: Float64Array, span: number, bandwidth: number): HalfWaves {
  const last = Math.ceil((LAST_ANGLE * span) / (Math.PI * bandwidth));
  return Array.from({ length: last + 1 }, (_, k) => cosinePhase(frequencies, span, k));
}

/** Mean of exp(2πi·f·t) over the density, from its start: the reflected kernel is a cosine series with Gaussian weights. */
export function smoothPhase(waves: HalfWaves, { times, bandwidth, from, to }: SmoothRate): PhaseSums {
  const [even, ...others] = waves;
  const real = even!.real.slice();
  const imaginary = even!.imaginary.slice();
  others.forEach((wave, i) => {
    const angle = (Math.PI * (i + 1)) / (to - from);
    let sum = 0;
    for (const time of times) sum += Math.cos(angle * (time - from));
    const weight = ((2 * sum) / times.length) * Math.exp(-((angle * bandwidth) ** 2) / 2);
    for (let k = 0; k < real.length; k++) {
      real[k]! += weight * wave.real[k]!;
      imaginary[k]! += weight * wave.imaginary[k]!;
    }
  });
  return { real, imaginary };
}

/** One time drawn from the density. */
export function drawSmooth({ times, bandwidth, from, to }: SmoothRate, random: Random): number {
  const span = to - from;
  const moved = times[Math.floor(random() * times.length)]! + bandwidth * standardNormal(random) - from;
  const folded = Math.abs(moved) % (2 * span);
  return from + (folded > span ? 2 * span - folded : folded);
}

/** The width that suits a density of normal shape. Silverman 1986, eq. 3.28. */
export function silvermanBandwidth(times: Float64Array): number {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (times.length - 1);
  return 1.06 * Math.sqrt(variance) * times.length ** -0.2;
}
