import { EARTH_RADIUS_KM, J2, J3_OVER_J2, KM_PER_S } from "../../sgp4/earth-model";
import { DECAYED, SEMI_LATUS_RECTUM } from "../../sgp4/error-number";
import * as R from "../../sgp4/row";
import { add, both, div, mul, mulAdd, mulSub, negate, sub, withinTurn } from "./lanes";
import * as E from "./mean-now";
import { coefficient, mean, scalar } from "./mean-now";
import { refuseUnless } from "./refusals";
import { cosine, sine, sineCosine, turn } from "./sine-cosine";

/** Six numbers of two states: x y z vx vy vz, each for both times. */
export const STATE: usize = memory.data(16 * 6, 16);

/** Position (km) and velocity (km/s) from mean elements: long-period terms, Kepler's equation, short-period terms. */
export function shortPeriodState(row: usize): void {
  const am = mean(E.AXIS);
  const ep = mean(E.ECC);
  const argp = mean(E.ARGP);
  const sini = mean(E.SINI);
  const cosi = mean(E.COSI);
  let aycof = coefficient(row, R.AYCOF);
  let xlcof = coefficient(row, R.XLCOF);
  if (<i32>scalar(row, R.KIND) === R.DEEP) {
    aycof = mul(both(-0.5 * J3_OVER_J2), sini);
    const numerator = mul(mul(both(-0.25 * J3_OVER_J2), sini), mulAdd(both(5), cosi, both(3)));
    xlcof = div(numerator, f64x2.max(add(both(1), cosi), both(1.5e-12)));
  }
  const long = div(both(1), mul(am, mulSub(ep, ep, both(1))));
  sineCosine(argp);
  const axnl = mul(ep, cosine());
  const aynl = mulAdd(long, aycof, mul(ep, sine()));
  const u = withinTurn(add(mulAdd(mul(long, xlcof), axnl, argp), mean(E.M)));
  solveKepler(u, axnl, aynl);
  const sinE = sine();
  const cosE = cosine();

  const el2 = mulAdd(axnl, axnl, mul(aynl, aynl));
  const esine = mulSub(aynl, cosE, mul(axnl, sinE));
  const pl = mul(am, sub(both(1), el2));
  refuseUnless(f64x2.ge(pl, both(0)), SEMI_LATUS_RECTUM);
  const rl = mul(am, sub(both(1), mulAdd(aynl, sinE, mul(axnl, cosE))));
  const perRl = div(both(1), rl);
  const rootAm = f64x2.sqrt(am);
  const rdotl = mul(mul(rootAm, esine), perRl);
  const rvdotl = mul(f64x2.sqrt(pl), perRl);
  const betal = f64x2.sqrt(sub(both(1), el2));
  const inner = div(esine, add(both(1), betal));
  const stretch = mul(am, perRl);
  const sinu = mul(stretch, sub(mulSub(axnl, inner, sinE), aynl));
  const cosu = mul(stretch, sub(mulAdd(aynl, inner, cosE), axnl));
  const sin2u = mul(both(2), mul(cosu, sinu));
  const cos2u = mulSub(mul(both(2), sinu), sinu, both(1));

  const perPl = div(both(1), pl);
  const temp1 = mul(both(0.5 * J2), perPl);
  const temp2 = mul(temp1, perPl);
  const cosisq = mul(cosi, cosi);
  const x1mth2 = sub(both(1), cosisq);
  const con41 = mulAdd(both(3), cosisq, both(-1));
  const flattened = mulSub(mul(both(1.5), temp2), mul(betal, con41), both(1));
  const mrt = mulAdd(rl, flattened, mul(mul(both(0.5), temp1), mul(x1mth2, cos2u)));
  refuseUnless(f64x2.ge(mrt, both(1)), DECAYED);
  const nmTemp1 = div(temp1, mul(am, rootAm));
  const mvt = mulSub(nmTemp1, mul(x1mth2, sin2u), rdotl);
  const rvdot = mulAdd(nmTemp1, mulAdd(x1mth2, cos2u, mul(both(1.5), con41)), rvdotl);

  const back = mul(mul(both(-0.25), temp2), mul(mulAdd(both(7), cosisq, both(-1)), sin2u));
  turn(sinu, cosu, back);
  const sinsu = sine();
  const cossu = cosine();
  const tilt = mul(mul(both(1.5), temp2), cosi);
  turn(sini, cosi, mul(tilt, mul(sini, cos2u)));
  const sinXinc = sine();
  const cosXinc = cosine();
  sineCosine(mulAdd(tilt, sin2u, mean(E.NODE)));
  const snod = sine();
  const cnod = cosine();
  const xmx = negate(mul(snod, cosXinc));
  const xmy = mul(cnod, cosXinc);
  const ux = mulAdd(xmx, sinsu, mul(cnod, cossu));
  const uy = mulAdd(xmy, sinsu, mul(snod, cossu));
  const uz = mul(sinXinc, sinsu);
  const distance = mul(mrt, both(EARTH_RADIUS_KM));
  const outward = mul(mvt, both(KM_PER_S));
  const along = mul(rvdot, both(KM_PER_S));
  v128.store(STATE, mul(distance, ux), 0);
  v128.store(STATE, mul(distance, uy), 16);
  v128.store(STATE, mul(distance, uz), 32);
  v128.store(STATE, mulAdd(outward, ux, mul(along, mulSub(cnod, sinsu, mul(xmx, cossu)))), 48);
  v128.store(STATE, mulAdd(outward, uy, mul(along, mulSub(snod, sinsu, mul(xmy, cossu)))), 64);
  v128.store(STATE, mulAdd(outward, uz, mul(along, mul(sinXinc, cossu))), 80);
}

/** A step is cut here, where the polynomials of a small angle end. */
const LONGEST_STEP: f64 = 0.7;
const MOST_ROUNDS: i32 = 20;

/**
 * Leaves sine and cosine of E with u = E − axnl sin E + aynl cos E, by steps of fourth order (Danby 1988), E being
 * followed as a turning pair. What a step leaves is about e·step⁴/24 over (1 − e cos E)³; below 1e-16 it ends.
 */
function solveKepler(u: v128, axnl: v128, aynl: v128): void {
  sineCosine(u);
  const el2 = mulAdd(axnl, axnl, mul(aynl, aynl));
  let eo1 = u;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const sinE = sine();
    const cosE = cosine();
    const esine = mulSub(aynl, cosE, mul(axnl, sinE));
    const ecose = mulAdd(aynl, sinE, mul(axnl, cosE));
    const miss = add(sub(u, eo1), esine);
    const slope = sub(both(1), ecose);
    const newton = div(miss, slope);
    const halley = div(miss, mulAdd(mul(both(0.5), newton), esine, slope));
    const bend = mulAdd(mul(both(1.0 / 6), halley), ecose, mul(both(0.5), esine));
    let step = div(miss, mulAdd(halley, bend, slope));
    step = f64x2.max(both(-LONGEST_STEP), f64x2.min(both(LONGEST_STEP), step));
    eo1 = add(eo1, step);
    turn(sinE, cosE, step);
    const step2 = mul(step, step);
    const step4 = mul(step2, step2);
    const slope3 = mul(slope, mul(slope, slope));
    const left = mul(el2, mul(step4, step4));
    if (!v128.any_true(f64x2.gt(left, mul(both(5e-30), mul(slope3, slope3))))) break;
  }
}
