import { XKE } from "./earth-model.ts";
import type { Orbits } from "./initialise.ts";
import { lunarSolarPeriodics } from "./lunar-solar-periodics.ts";
import * as E from "./mean-now.ts";
import { DECAYED, MEAN_ECCENTRICITY, MEAN_MOTION } from "./error-number.ts";
import { resonate } from "./resonate.ts";
import * as R from "./row.ts";
import { shortPeriodState } from "./short-period.ts";

const mean = new Float64Array(E.MEAN_LENGTH);

/**
 * Position (km) and velocity (km/s) in TEME of one object, `minutes` after its epoch, into six places of `state` from
 * `at` on. Answers 0, or the number of a PropagationError, and then the six are 0.
 */
export function propagate(
  { rows }: Orbits,
  index: number,
  minutes: number,
  state: Float64Array | Float32Array,
  at = 0,
): number {
  mean[E.T] = minutes;
  const base = index * R.ROW_LENGTH;
  const error = meanElements(rows, base) || shortPeriodState(rows, base, mean, state, at);
  if (error !== 0) state.fill(0, at, at + 6);
  return error;
}

/** Mean elements at `mean[T]`: secular rates, drag, and in deep space what Sun, Moon and resonance do. */
function meanElements(rows: Float64Array, base: number): number {
  const kind = rows[base + R.KIND]!;
  secular(rows, base);
  if (kind === R.NEAR) fullDrag(rows, base);
  if (kind === R.DEEP) deepSecular(rows, base);
  const nm = mean[E.N]!;
  if (!(nm > 0)) return MEAN_MOTION;
  const tempa = mean[E.TEMPA]!;
  // Its square is what counts below, so that an orbit long decayed would come back to life.
  if (!(tempa > 0)) return DECAYED;
  mean[E.AXIS] = mean[E.AXIS]! * tempa * tempa;
  const em = mean[E.ECC]! - mean[E.TEMPE]!;
  if (!(em < 1 && em >= -0.001)) return MEAN_ECCENTRICITY;
  mean[E.ECC] = Math.max(em, 1e-6);
  mean[E.M] = mean[E.M]! + rows[base + R.NO]! * mean[E.TEMPL]!;
  if (kind !== R.DEEP) return 0;
  reduceAngles();
  return lunarSolarPeriodics(rows, base, mean);
}

function secular(rows: Float64Array, base: number): void {
  const t = mean[E.T]!;
  mean[E.M] = rows[base + R.MO]! + rows[base + R.MDOT]! * t;
  mean[E.ARGP] = rows[base + R.ARGPO]! + rows[base + R.ARGPDOT]! * t;
  mean[E.NODE] = rows[base + R.NODEO]! + (rows[base + R.NODEDOT]! + rows[base + R.NODECF]! * t) * t;
  mean[E.ECC] = rows[base + R.ECCO]!;
  mean[E.INCL] = rows[base + R.INCLO]!;
  mean[E.N] = rows[base + R.NO]!;
  mean[E.AXIS] = rows[base + R.AO]!;
  mean[E.TEMPA] = 1 - rows[base + R.CC1]! * t;
  mean[E.TEMPE] = rows[base + R.BSTAR_CC4]! * t;
  mean[E.TEMPL] = rows[base + R.T2COF]! * t * t;
}

/** The further terms in time of an orbit whose perigee is not low. */
function fullDrag(rows: Float64Array, base: number): void {
  const t = mean[E.T]!;
  const xmdf = mean[E.M]!;
  const delm = 1 + rows[base + R.ETA]! * Math.cos(xmdf);
  const shift =
    rows[base + R.OMGCOF]! * t + rows[base + R.XMCOF]! * (delm * delm * delm - rows[base + R.DELMO]!);
  const mm = xmdf + shift;
  mean[E.M] = mm;
  mean[E.ARGP] = mean[E.ARGP]! - shift;
  const t2 = t * t;
  mean[E.TEMPA] =
    mean[E.TEMPA]! - t2 * (rows[base + R.D2]! + t * (rows[base + R.D3]! + t * rows[base + R.D4]!));
  mean[E.TEMPE] = mean[E.TEMPE]! + rows[base + R.BSTAR_CC5]! * (Math.sin(mm) - rows[base + R.SINMAO]!);
  mean[E.TEMPL] =
    mean[E.TEMPL]! +
    t2 * t * (rows[base + R.T3COF]! + t * (rows[base + R.T4COF]! + t * rows[base + R.T5COF]!));
}

function deepSecular(rows: Float64Array, base: number): void {
  const t = mean[E.T]!;
  mean[E.ECC] = mean[E.ECC]! + rows[base + R.DEDT]! * t;
  mean[E.INCL] = mean[E.INCL]! + rows[base + R.DIDT]! * t;
  mean[E.ARGP] = mean[E.ARGP]! + rows[base + R.DOMDT]! * t;
  mean[E.NODE] = mean[E.NODE]! + rows[base + R.DNODT]! * t;
  mean[E.M] = mean[E.M]! + rows[base + R.DMDT]! * t;
  if (rows[base + R.RESONANCE] === R.NOT_RESONANT) return;
  resonate(rows, base, mean);
  mean[E.AXIS] = (XKE / mean[E.N]!) ** (2 / 3);
}

/** In the order of the published procedure: after years, its vectors tell the rounding. */
function reduceAngles(): void {
  const longitude = (mean[E.M]! + mean[E.ARGP]! + mean[E.NODE]!) % TURN;
  mean[E.NODE] = mean[E.NODE]! % TURN;
  mean[E.ARGP] = mean[E.ARGP]! % TURN;
  mean[E.M] = (longitude - mean[E.ARGP]! - mean[E.NODE]!) % TURN;
}

const TURN = 2 * Math.PI;
