import { EARTH_ROTATION } from "./earth-model.ts";
import * as E from "./mean-now.ts";
import { FASX2, FASX4, FASX6, G22, G32, G44, G52, G54, STEP } from "./resonance-terms.ts";
import * as R from "./row.ts";

const STEP2 = (STEP * STEP) / 2;

/** Mean motion and mean anomaly of a resonant orbit, integrated numerically from epoch in steps of half a day. */
export function resonate(rows: Float64Array, base: number, mean: Float64Array): void {
  const t = mean[E.T]!;
  bringTo(rows, base, t);
  const ft = t - rows[base + R.ATIME]!;
  const xndt = rows[base + R.XNDT]!;
  const nm = rows[base + R.XNI]! + (xndt + rows[base + R.XNDDT]! * ft * 0.5) * ft;
  const xl = rows[base + R.XLI]! + (rows[base + R.XLDOT]! + xndt * ft * 0.5) * ft;
  const theta = rows[base + R.GSTO]! + t * EARTH_ROTATION;
  mean[E.N] = nm;
  mean[E.M] =
    rows[base + R.RESONANCE] === R.SYNCHRONOUS
      ? xl - mean[E.NODE]! - mean[E.ARGP]! + theta
      : xl - 2 * mean[E.NODE]! + 2 * theta;
}

/** Steps the integrator to less than a step from `t`; from epoch again when `t` lies on the way already gone. */
function bringTo(rows: Float64Array, base: number, t: number): void {
  const atime = rows[base + R.ATIME]!;
  if (!(atime === 0 || (t * atime > 0 && Math.abs(t) >= Math.abs(atime)))) {
    rows[base + R.ATIME] = 0;
    rows[base + R.XLI] = rows[base + R.XLAMO]!;
    rows[base + R.XNI] = rows[base + R.NO]!;
    derive(rows, base);
  }
  const delt = t > 0 ? STEP : -STEP;
  while (Math.abs(t - rows[base + R.ATIME]!) >= STEP) {
    const xndt = rows[base + R.XNDT]!;
    rows[base + R.XLI] = rows[base + R.XLI]! + rows[base + R.XLDOT]! * delt + xndt * STEP2;
    rows[base + R.XNI] = rows[base + R.XNI]! + xndt * delt + rows[base + R.XNDDT]! * STEP2;
    rows[base + R.ATIME] = rows[base + R.ATIME]! + delt;
    derive(rows, base);
  }
}

/** First and second derivatives where the integrator stands. */
function derive(rows: Float64Array, base: number): void {
  const xldot = rows[base + R.XNI]! + rows[base + R.XFACT]!;
  rows[base + R.XLDOT] = xldot;
  if (rows[base + R.RESONANCE] === R.SYNCHRONOUS) deriveSynchronous(rows, base);
  else deriveHalfDay(rows, base);
  rows[base + R.XNDDT] = rows[base + R.XNDDT]! * xldot;
}

function deriveSynchronous(rows: Float64Array, base: number): void {
  const xli = rows[base + R.XLI]!;
  const [a1, a2, a3] = [xli - FASX2, 2 * (xli - FASX4), 3 * (xli - FASX6)];
  const terms = base + R.TERMS;
  const [del1, del2, del3] = [rows[terms]!, rows[terms + 1]!, rows[terms + 2]!];
  rows[base + R.XNDT] = del1 * Math.sin(a1) + del2 * Math.sin(a2) + del3 * Math.sin(a3);
  rows[base + R.XNDDT] = del1 * Math.cos(a1) + 2 * del2 * Math.cos(a2) + 3 * del3 * Math.cos(a3);
}

/** Each term of a half-day orbit: so many times ω and λ, a phase, in the order of its coefficients. */
const HALF_DAY_TERMS = [
  { omegas: 2, lambdas: 1, phase: G22 },
  { omegas: 0, lambdas: 1, phase: G22 },
  { omegas: 1, lambdas: 1, phase: G32 },
  { omegas: -1, lambdas: 1, phase: G32 },
  { omegas: 2, lambdas: 2, phase: G44 },
  { omegas: 0, lambdas: 2, phase: G44 },
  { omegas: 1, lambdas: 1, phase: G52 },
  { omegas: -1, lambdas: 1, phase: G52 },
  { omegas: 1, lambdas: 2, phase: G54 },
  { omegas: -1, lambdas: 2, phase: G54 },
] as const;

function deriveHalfDay(rows: Float64Array, base: number): void {
  const xomi = rows[base + R.ARGPO]! + rows[base + R.ARGPDOT]! * rows[base + R.ATIME]!;
  const xli = rows[base + R.XLI]!;
  let [xndt, xnddt] = [0, 0];
  for (let i = 0; i < HALF_DAY_TERMS.length; i++) {
    const { omegas, lambdas, phase } = HALF_DAY_TERMS[i]!;
    const angle = omegas * xomi + lambdas * xli - phase;
    const coefficient = rows[base + R.TERMS + i]!;
    xndt += coefficient * Math.sin(angle);
    xnddt += lambdas * coefficient * Math.cos(angle);
  }
  rows[base + R.XNDT] = xndt;
  rows[base + R.XNDDT] = xnddt;
}
