import { EARTH_ROTATION } from "../../sgp4/earth-model";
import { MEAN_MOTION } from "../../sgp4/error-number";
import { FASX2, FASX4, FASX6, G22, G32, G44, G52, G54, STEP } from "../../sgp4/resonance-terms";
import * as R from "../../sgp4/row";
import { add, both, div, mul, mulAdd, negate, sub } from "./lanes";
import * as E from "./mean-now";
import { coefficient, mean, scalar, setMean } from "./mean-now";
import { refuseUnless } from "./refusals";
import { cosine, sine, sineCosine } from "./sine-cosine";

const STEP2 = (STEP * STEP) / 2;

/** Mean anomaly and semi-major axis of a resonant orbit, integrated numerically from epoch in steps of half a day. */
export function resonate(row: usize): void {
  const t = mean(E.T);
  let nm = t;
  let xl = t;
  for (let lane = 0; lane < 2; lane++) {
    const time = lane === 0 ? f64x2.extract_lane(t, 0) : f64x2.extract_lane(t, 1);
    bringTo(row, time);
    const ft = time - scalar(row, R.ATIME);
    const xndt = scalar(row, R.XNDT);
    const nmHere = scalar(row, R.XNI) + (xndt + scalar(row, R.XNDDT) * ft * 0.5) * ft;
    const xlHere = scalar(row, R.XLI) + (scalar(row, R.XLDOT) + xndt * ft * 0.5) * ft;
    nm = lane === 0 ? both(nmHere) : f64x2.replace_lane(nm, 1, nmHere);
    xl = lane === 0 ? both(xlHere) : f64x2.replace_lane(xl, 1, xlHere);
  }
  refuseUnless(f64x2.gt(nm, both(0)), MEAN_MOTION);
  const theta = mulAdd(t, both(EARTH_ROTATION), coefficient(row, R.GSTO));
  const node = mean(E.NODE);
  if (<i32>scalar(row, R.RESONANCE) === R.SYNCHRONOUS)
    setMean(E.M, add(sub(sub(xl, node), mean(E.ARGP)), theta));
  else setMean(E.M, mulAdd(both(2), sub(theta, node), xl));
  setMean(E.AXIS, mul(coefficient(row, R.AO), twoThirdsPower(div(coefficient(row, R.NO), nm))));
}

/** r^⅔ for r near 1, by Newton's method on y³ = r². */
function twoThirdsPower(r: v128): v128 {
  const squared = mul(r, r);
  let y = mulAdd(both(2.0 / 3), sub(r, both(1)), both(1));
  for (let round = 0; round < 4; round++) {
    const y2 = mul(y, y);
    y = sub(y, div(mulAdd(y2, y, negate(squared)), mul(both(3), y2)));
  }
  return y;
}

function put(row: usize, column: i32, value: f64): void {
  store<f64>(row + ((<usize>column) << 3), value);
}

/** Steps the integrator to less than a step from `t`; from epoch again when `t` lies on the way already gone. */
function bringTo(row: usize, t: f64): void {
  const atime = scalar(row, R.ATIME);
  if (!(atime === 0 || (t * atime > 0 && Math.abs(t) >= Math.abs(atime)))) {
    put(row, R.ATIME, 0);
    put(row, R.XLI, scalar(row, R.XLAMO));
    put(row, R.XNI, scalar(row, R.NO));
    derive(row);
  }
  const delt = t > 0 ? STEP : -STEP;
  while (Math.abs(t - scalar(row, R.ATIME)) >= STEP) {
    const xndt = scalar(row, R.XNDT);
    put(row, R.XLI, scalar(row, R.XLI) + scalar(row, R.XLDOT) * delt + xndt * STEP2);
    put(row, R.XNI, scalar(row, R.XNI) + xndt * delt + scalar(row, R.XNDDT) * STEP2);
    put(row, R.ATIME, scalar(row, R.ATIME) + delt);
    derive(row);
  }
}

/** First and second derivatives where the integrator stands. */
function derive(row: usize): void {
  const xldot = scalar(row, R.XNI) + scalar(row, R.XFACT);
  put(row, R.XLDOT, xldot);
  put(row, R.XNDT, 0);
  put(row, R.XNDDT, 0);
  const xli = scalar(row, R.XLI);
  if (<i32>scalar(row, R.RESONANCE) === R.SYNCHRONOUS) {
    addTerms(row, 0, xli - FASX2, 2 * (xli - FASX4), 1, 2);
    addTerms(row, 2, 3 * (xli - FASX6), 0, 3, 0);
  } else {
    const xomi = scalar(row, R.ARGPO) + scalar(row, R.ARGPDOT) * scalar(row, R.ATIME);
    addTerms(row, 0, 2 * xomi + xli - G22, xli - G22, 1, 1);
    addTerms(row, 2, xomi + xli - G32, -xomi + xli - G32, 1, 1);
    addTerms(row, 4, 2 * xomi + 2 * xli - G44, 2 * xli - G44, 2, 2);
    addTerms(row, 6, xomi + xli - G52, -xomi + xli - G52, 1, 1);
    addTerms(row, 8, xomi + 2 * xli - G54, -xomi + 2 * xli - G54, 2, 2);
  }
  put(row, R.XNDDT, scalar(row, R.XNDDT) * xldot);
}

/** Two neighbouring terms at once: their angles, and how often λ is in each. */
function addTerms(row: usize, first: i32, angle1: f64, angle2: f64, lambdas1: f64, lambdas2: f64): void {
  sineCosine(f64x2.replace_lane(both(angle1), 1, angle2));
  const coefficients = v128.load(row + ((<usize>(R.TERMS + first)) << 3));
  const sines = mul(coefficients, sine());
  const cosines = mul(mul(coefficients, cosine()), f64x2.replace_lane(both(lambdas1), 1, lambdas2));
  put(row, R.XNDT, scalar(row, R.XNDT) + total(sines));
  put(row, R.XNDDT, scalar(row, R.XNDDT) + total(cosines));
}

function total(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}
