import {
  MOON_ECCENTRICITY,
  MOON_MEAN_MOTION,
  SUN_ECCENTRICITY,
  SUN_MEAN_MOTION,
} from "../../sgp4/sun-and-moon";
import { PERTURBED_ECCENTRICITY } from "../../sgp4/error-number";
import * as R from "../../sgp4/row";
import { add, both, div, mul, mulAdd, mulSub, negate, sub, TURN, withinTurn } from "./lanes";
import * as E from "./mean-now";
import { coefficient, mean, setMean } from "./mean-now";
import { refuseUnless } from "./refusals";
import { cosine, sine, sineCosine, turn } from "./sine-cosine";

/** Below this inclination, radians, node and perigee are perturbed together (Lyddane). */
const LYDDANE: f64 = 0.2;

/** Where `periodic` leaves its sums. */
const SUMS: usize = memory.data(16 * 5, 16);
const PE = 0;
const PINC = 16;
const PL = 32;
const PGH = 48;
const PH = 64;

/** Adds the periodic terms of Sun and Moon to the mean elements. */
export function lunarSolarPeriodics(row: usize): void {
  for (let sum: usize = 0; sum < 80; sum += 16) v128.store(SUMS + sum, both(0));
  addPeriodics(row + (R.SUN << 3), SUN_MEAN_MOTION, SUN_ECCENTRICITY);
  addPeriodics(row + (R.MOON << 3), MOON_MEAN_MOTION, MOON_ECCENTRICITY);
  setMean(E.ECC, add(mean(E.ECC), v128.load(SUMS, PE)));
  const incl = add(mean(E.INCL), v128.load(SUMS, PINC));
  setMean(E.INCL, incl);
  turn(mean(E.SINI), mean(E.COSI), sub(incl, coefficient(row, R.INCLO)));
  setMean(E.SINI, sine());
  setMean(E.COSI, cosine());
  const isHigh = f64x2.ge(incl, both(LYDDANE));
  if (i64x2.all_true(isHigh)) perturbApart();
  else if (v128.any_true(isHigh)) perturbEach(isHigh);
  else perturbTogether();
  turnOver();
  const ep = mean(E.ECC);
  refuseUnless(v128.and(f64x2.ge(ep, both(0)), f64x2.le(ep, both(1))), PERTURBED_ECCENTRICITY);
}

function addPeriodics(body: usize, meanMotion: f64, eccentricity: f64): void {
  const zm = mulAdd(both(meanMotion), mean(E.T), coefficient(body, R.Z_MO));
  sineCosine(zm);
  turn(sine(), cosine(), mul(both(2 * eccentricity), sine()));
  const f1 = sine();
  const f2 = sub(mul(both(0.5), mul(f1, f1)), both(0.25));
  const f3 = mul(both(-0.5), mul(f1, cosine()));
  addSum(PE, twoTerms(body, R.E2, f2, f3));
  addSum(PINC, twoTerms(body, R.I2, f2, f3));
  addSum(PL, mulAdd(coefficient(body, R.L4), f1, twoTerms(body, R.L2, f2, f3)));
  addSum(PGH, mulAdd(coefficient(body, R.GH4), f1, twoTerms(body, R.GH2, f2, f3)));
  addSum(PH, twoTerms(body, R.H2, f2, f3));
}

function twoTerms(body: usize, column: i32, f2: v128, f3: v128): v128 {
  return mulAdd(coefficient(body, column), f2, mul(coefficient(body, column + 1), f3));
}

function addSum(sum: usize, value: v128): void {
  v128.store(SUMS + sum, add(v128.load(SUMS + sum), value));
}

function perturbApart(): void {
  const ph = div(v128.load(SUMS, PH), mean(E.SINI));
  setMean(E.ARGP, mulSub(mean(E.COSI), ph, add(mean(E.ARGP), v128.load(SUMS, PGH))));
  setMean(E.NODE, add(mean(E.NODE), ph));
  setMean(E.M, add(mean(E.M), v128.load(SUMS, PL)));
}

function perturbTogether(): void {
  const ph = v128.load(SUMS, PH);
  const pinc = v128.load(SUMS, PINC);
  const sini = mean(E.SINI);
  const cosi = mean(E.COSI);
  const node = withinTurn(mean(E.NODE));
  sineCosine(node);
  const along = mulAdd(pinc, cosi, sini);
  const alfdp = mulAdd(along, sine(), mul(ph, cosine()));
  const betdp = mulSub(ph, sine(), mul(along, cosine()));
  const arrived = arctangent(alfdp, betdp);
  const gap = sub(node, arrived);
  const turns = f64x2.nearest(mul(gap, both(1 / TURN)));
  const newNode = mulAdd(turns, both(TURN), arrived);
  const moved = add(v128.load(SUMS, PL), mulSub(mul(pinc, node), sini, v128.load(SUMS, PGH)));
  const longitude = add(add(mean(E.M), mean(E.ARGP)), mulAdd(cosi, node, moved));
  setMean(E.NODE, newNode);
  setMean(E.M, add(mean(E.M), v128.load(SUMS, PL)));
  setMean(E.ARGP, mulSub(cosi, newNode, sub(longitude, mean(E.M))));
}

/** The two times stand on either side of the limit: each way is gone, and each lane keeps its own. */
function perturbEach(isHigh: v128): void {
  const node = mean(E.NODE);
  const argp = mean(E.ARGP);
  const m = mean(E.M);
  perturbApart();
  const nodeApart = mean(E.NODE);
  const argpApart = mean(E.ARGP);
  setMean(E.NODE, node);
  setMean(E.ARGP, argp);
  setMean(E.M, m);
  perturbTogether();
  setMean(E.NODE, v128.bitselect(nodeApart, mean(E.NODE), isHigh));
  setMean(E.ARGP, v128.bitselect(argpApart, mean(E.ARGP), isHigh));
}

function arctangent(y: v128, x: v128): v128 {
  const first = Math.atan2(f64x2.extract_lane(y, 0), f64x2.extract_lane(x, 0));
  return f64x2.replace_lane(both(first), 1, Math.atan2(f64x2.extract_lane(y, 1), f64x2.extract_lane(x, 1)));
}

/** An inclination below zero is the same plane from the other node. */
function turnOver(): void {
  const incl = mean(E.INCL);
  const isBelow = f64x2.lt(incl, both(0));
  if (!v128.any_true(isBelow)) return;
  const half = v128.and(isBelow, both(TURN / 2));
  setMean(E.INCL, f64x2.abs(incl));
  setMean(E.SINI, v128.bitselect(negate(mean(E.SINI)), mean(E.SINI), isBelow));
  setMean(E.NODE, add(mean(E.NODE), half));
  setMean(E.ARGP, sub(mean(E.ARGP), half));
}
