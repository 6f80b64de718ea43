import { EARTH_RADIUS_KM, J2, KM_PER_S, XKE } from "./earth-model.ts";
import { longPeriodAycof, longPeriodXlcof } from "./mean-orbit.ts";
import * as E from "./mean-now.ts";
import { DECAYED, SEMI_LATUS_RECTUM } from "./error-number.ts";
import * as R from "./row.ts";
import { sineCosine } from "./sine-cosine.ts";

const pair = new Float64Array(2);

/**
 * Position and velocity from mean elements, one procedure as published: long-period terms, Kepler's equation, short-period terms. The argument of
 * latitude is turned by its small correction as a sine and a cosine, and never found as an angle.
 */
export function shortPeriodState(
  rows: Float64Array,
  base: number,
  mean: Float64Array,
  state: Float64Array | Float32Array,
  at: number,
): number {
  const isDeep = rows[base + R.KIND] === R.DEEP;
  const am = mean[E.AXIS]!;
  const ep = mean[E.ECC]!;
  const argp = mean[E.ARGP]!;
  const incl = mean[E.INCL]!;
  if (isDeep) sineCosine(incl, pair);
  const sini = isDeep ? pair[0]! : rows[base + R.SINIO]!;
  const cosi = isDeep ? pair[1]! : rows[base + R.COSIO]!;
  const aycof = isDeep ? longPeriodAycof(sini) : rows[base + R.AYCOF]!;
  const xlcof = isDeep ? longPeriodXlcof(sini, cosi) : rows[base + R.XLCOF]!;
  const long = 1 / (am * (1 - ep * ep));
  sineCosine(argp, pair);
  const axnl = ep * pair[1]!;
  const aynl = ep * pair[0]! + long * aycof;
  const u = (mean[E.M]! + argp + long * xlcof * axnl) % (2 * Math.PI);

  let eo1 = u;
  let sinEo1 = 0;
  let cosEo1 = 0;
  let step = 1;
  for (let rounds = 0; Math.abs(step) >= 1e-8 && rounds < 10; rounds++) {
    sineCosine(eo1, pair);
    sinEo1 = pair[0]!;
    cosEo1 = pair[1]!;
    step = (u - aynl * cosEo1 + axnl * sinEo1 - eo1) / (1 - cosEo1 * axnl - sinEo1 * aynl);
    step = Math.max(-0.95, Math.min(0.95, step));
    eo1 += step;
  }
  // The last step is small, so that sine and cosine follow it to first order.
  const sinE = sinEo1 + cosEo1 * step;
  const cosE = cosEo1 - sinEo1 * step;

  const ecose = axnl * cosE + aynl * sinE;
  const esine = axnl * sinE - aynl * cosE;
  const el2 = axnl * axnl + aynl * aynl;
  const pl = am * (1 - el2);
  if (!(pl >= 0)) return SEMI_LATUS_RECTUM;
  const rl = am * (1 - ecose);
  const rdotl = (Math.sqrt(am) * esine) / rl;
  const rvdotl = Math.sqrt(pl) / rl;
  const betal = Math.sqrt(1 - el2);
  const inner = esine / (1 + betal);
  const sinu = (am / rl) * (sinE - aynl - axnl * inner);
  const cosu = (am / rl) * (cosE - axnl + aynl * inner);
  const sin2u = 2 * cosu * sinu;
  const cos2u = 1 - 2 * sinu * sinu;

  const temp1 = (0.5 * J2) / pl;
  const temp2 = temp1 / pl;
  const cosisq = cosi * cosi;
  const x1mth2 = 1 - cosisq;
  const con41 = 3 * cosisq - 1;
  const mrt = rl * (1 - 1.5 * temp2 * betal * con41) + 0.5 * temp1 * x1mth2 * cos2u;
  if (!(mrt >= 1)) return DECAYED;
  const nm = XKE / (am * Math.sqrt(am));
  const mvt = rdotl - (nm * temp1 * x1mth2 * sin2u) / XKE;
  const rvdot = rvdotl + (nm * temp1 * (x1mth2 * cos2u + 1.5 * con41)) / XKE;

  const turn = 0.25 * temp2 * (7 * cosisq - 1) * sin2u;
  sineCosine(turn, pair);
  const sinTurn = pair[0]!;
  const cosTurn = pair[1]!;
  const sinsu = sinu * cosTurn - cosu * sinTurn;
  const cossu = cosu * cosTurn + sinu * sinTurn;
  sineCosine(mean[E.NODE]! + 1.5 * temp2 * cosi * sin2u, pair);
  const snod = pair[0]!;
  const cnod = pair[1]!;
  sineCosine(incl + 1.5 * temp2 * cosi * sini * cos2u, pair);
  const sinXinc = pair[0]!;
  const cosXinc = pair[1]!;
  const xmx = -snod * cosXinc;
  const xmy = cnod * cosXinc;
  const ux = xmx * sinsu + cnod * cossu;
  const uy = xmy * sinsu + snod * cossu;
  const uz = sinXinc * sinsu;
  state[at] = mrt * ux * EARTH_RADIUS_KM;
  state[at + 1] = mrt * uy * EARTH_RADIUS_KM;
  state[at + 2] = mrt * uz * EARTH_RADIUS_KM;
  state[at + 3] = (mvt * ux + rvdot * (xmx * cossu - cnod * sinsu)) * KM_PER_S;
  state[at + 4] = (mvt * uy + rvdot * (xmy * cossu - snod * sinsu)) * KM_PER_S;
  state[at + 5] = (mvt * uz + rvdot * sinXinc * cossu) * KM_PER_S;
  return 0;
}
