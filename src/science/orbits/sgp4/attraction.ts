import { julianDate } from "#science/earth/index.ts";
import type { MeanOrbit } from "./mean-orbit.ts";
import { MOON_ECCENTRICITY, MOON_MEAN_MOTION, SUN_ECCENTRICITY, SUN_MEAN_MOTION } from "./sun-and-moon.ts";
import * as R from "./row.ts";

/** What turns the orbit in the mean, radians per minute: rates of e, i, ω, Ω and M. */
export interface DeepRates {
  readonly dedt: number;
  readonly didt: number;
  readonly domdt: number;
  readonly dnodt: number;
  readonly dmdt: number;
}

/** A body as seen from the orbit: its mean motion, eccentricity, strength, and the angles of its own orbit. */
interface Body {
  readonly meanMotion: number;
  readonly eccentricity: number;
  readonly strength: number;
  readonly meanAnomaly: number;
  readonly cosArgument: number;
  readonly sinArgument: number;
  readonly cosInclination: number;
  readonly sinInclination: number;
  /** Of the orbit's node, counted from the body's. */
  readonly cosNode: number;
  readonly sinNode: number;
}

/** Julian date of 1899-12-31 12:00, from which the lunar and solar theories count days. */
const YEAR_1900 = 2_415_020;
/** Towards a pole of the equator the node loses its meaning; nearer than this, 3°, it is left alone. */
const NEAR_EQUATOR = 5.2359877e-2;

/** Fills the columns of Sun and Moon and answers the sum of their secular rates. */
export function attract(orbit: MeanOrbit, row: Float64Array): DeepRates {
  const day = julianDate(orbit.epochMs) - YEAR_1900;
  const sun = pull(orbit, sunOn(orbit, day), row.subarray(R.SUN));
  const moon = pull(orbit, moonOn(orbit, day), row.subarray(R.MOON));
  const rates = {
    dedt: sun.dedt + moon.dedt,
    didt: sun.didt + moon.didt,
    domdt: sun.domdt + moon.domdt,
    dnodt: sun.dnodt + moon.dnodt,
    dmdt: sun.dmdt + moon.dmdt,
  };
  row[R.DEDT] = rates.dedt;
  row[R.DIDT] = rates.didt;
  row[R.DOMDT] = rates.domdt;
  row[R.DNODT] = rates.dnodt;
  row[R.DMDT] = rates.dmdt;
  return rates;
}

function sunOn({ nodeo }: MeanOrbit, day: number): Body {
  return {
    meanMotion: SUN_MEAN_MOTION,
    eccentricity: SUN_ECCENTRICITY,
    strength: 2.9864797e-6,
    meanAnomaly: (6.2565837 + 0.017201977 * day) % (2 * Math.PI),
    cosArgument: 0.1945905,
    sinArgument: -0.98088458,
    cosInclination: 0.91744867,
    sinInclination: 0.39785416,
    cosNode: Math.cos(nodeo),
    sinNode: Math.sin(nodeo),
  };
}

function moonOn({ nodeo }: MeanOrbit, day: number): Body {
  const ascendingNode = (4.523602 - 9.2422029e-4 * day) % (2 * Math.PI);
  const [sinAscending, cosAscending] = [Math.sin(ascendingNode), Math.cos(ascendingNode)];
  const cosInclination = 0.91375164 - 0.03568096 * cosAscending;
  const sinInclination = Math.sqrt(1 - cosInclination * cosInclination);
  const sinOwnNode = (0.089683511 * sinAscending) / sinInclination;
  const cosOwnNode = Math.sqrt(1 - sinOwnNode * sinOwnNode);
  const gam = 5.8351514 + 0.001944368 * day;
  const zx = (0.39785416 * sinAscending) / sinInclination;
  const zy = cosOwnNode * cosAscending + 0.91744867 * sinOwnNode * sinAscending;
  const argument = gam + Math.atan2(zx, zy) - ascendingNode;
  const [sinNodeo, cosNodeo] = [Math.sin(nodeo), Math.cos(nodeo)];
  return {
    meanMotion: MOON_MEAN_MOTION,
    eccentricity: MOON_ECCENTRICITY,
    strength: 4.7968065e-7,
    meanAnomaly: (4.7199672 + 0.2299715 * day - gam) % (2 * Math.PI),
    cosArgument: Math.cos(argument),
    sinArgument: Math.sin(argument),
    cosInclination,
    sinInclination,
    cosNode: cosOwnNode * cosNodeo + sinOwnNode * sinNodeo,
    sinNode: sinNodeo * cosOwnNode - cosNodeo * sinOwnNode,
  };
}

/** One body's periodic terms into thirteen columns; answers its secular rates. */
function pull(orbit: MeanOrbit, body: Body, columns: Float64Array): DeepRates {
  const { ecco, inclo, no, sinio, cosio } = orbit;
  const emsq = ecco * ecco;
  const betasq = 1 - emsq;
  const x = inOrbitAxes(orbit, body);
  const z = averages(x, emsq, betasq);
  const s3 = body.strength / no;
  const s2 = (-0.5 * s3) / Math.sqrt(betasq);
  const s4 = s3 * Math.sqrt(betasq);
  const s1 = -15 * ecco * s4;
  const s5 = x.x1 * x.x3 + x.x2 * x.x4;
  const s6 = x.x2 * x.x3 + x.x1 * x.x4;
  const s7 = x.x2 * x.x4 - x.x1 * x.x3;
  columns[R.Z_MO] = body.meanAnomaly;
  columns[R.E2] = 2 * s1 * s6;
  columns[R.E3] = 2 * s1 * s7;
  columns[R.I2] = 2 * s2 * z.z12;
  columns[R.I3] = 2 * s2 * (z.z13 - z.z11);
  columns[R.L2] = -2 * s3 * z.z2;
  columns[R.L3] = -2 * s3 * (z.z3 - z.z1);
  columns[R.L4] = -2 * s3 * (-21 - 9 * emsq) * body.eccentricity;
  columns[R.GH2] = 2 * s4 * z.z32;
  columns[R.GH3] = 2 * s4 * (z.z33 - z.z31);
  columns[R.GH4] = -18 * s4 * body.eccentricity;
  columns[R.H2] = -2 * s2 * z.z22;
  columns[R.H3] = -2 * s2 * (z.z23 - z.z21);
  const n = body.meanMotion;
  const isEquatorial = inclo < NEAR_EQUATOR || inclo > Math.PI - NEAR_EQUATOR;
  const sh = isEquatorial ? 0 : -n * s2 * (z.z21 + z.z23);
  const dnodt = sinio === 0 ? 0 : sh / sinio;
  return {
    dedt: n * s1 * s5,
    didt: n * s2 * (z.z11 + z.z13),
    domdt: n * s4 * (z.z31 + z.z33 - 6) - cosio * dnodt,
    dnodt,
    dmdt: -n * s3 * (z.z1 + z.z3 - 14 - 6 * emsq),
  };
}

/** Products of the direction cosines between the body's axes and those of the orbit (a₁ … a₆, x₁ … x₈). */
function inOrbitAxes({ argpo, sinio, cosio }: MeanOrbit, body: Body) {
  const { cosArgument, sinArgument, cosInclination, sinInclination, cosNode, sinNode } = body;
  const [sinomm, cosomm] = [Math.sin(argpo), Math.cos(argpo)];
  const a1 = cosArgument * cosNode + sinArgument * cosInclination * sinNode;
  const a3 = -sinArgument * cosNode + cosArgument * cosInclination * sinNode;
  const a7 = -cosArgument * sinNode + sinArgument * cosInclination * cosNode;
  const a8 = sinArgument * sinInclination;
  const a9 = sinArgument * sinNode + cosArgument * cosInclination * cosNode;
  const a10 = cosArgument * sinInclination;
  const a2 = cosio * a7 + sinio * a8;
  const a4 = cosio * a9 + sinio * a10;
  const a5 = -sinio * a7 + cosio * a8;
  const a6 = -sinio * a9 + cosio * a10;
  return {
    a1,
    a2,
    a3,
    a4,
    a5,
    a6,
    x1: a1 * cosomm + a2 * sinomm,
    x2: a3 * cosomm + a4 * sinomm,
    x3: -a1 * sinomm + a2 * cosomm,
    x4: -a3 * sinomm + a4 * cosomm,
    x5: a5 * sinomm,
    x6: a6 * sinomm,
    x7: a5 * cosomm,
    x8: a6 * cosomm,
  };
}

/** The attraction averaged over an orbit of eccentricity e (z₁ … z₃₃). */
function averages(axes: ReturnType<typeof inOrbitAxes>, emsq: number, betasq: number) {
  const { a1, a2, a3, a4, a5, a6, x1, x2, x3, x4, x5, x6, x7, x8 } = axes;
  const z31 = 12 * x1 * x1 - 3 * x3 * x3;
  const z32 = 24 * x1 * x2 - 6 * x3 * x4;
  const z33 = 12 * x2 * x2 - 3 * x4 * x4;
  return {
    z1: 6 * (a1 * a1 + a2 * a2) + 2 * z31 * emsq + betasq * z31,
    z2: 12 * (a1 * a3 + a2 * a4) + 2 * z32 * emsq + betasq * z32,
    z3: 6 * (a3 * a3 + a4 * a4) + 2 * z33 * emsq + betasq * z33,
    z11: -6 * a1 * a5 + emsq * (-24 * x1 * x7 - 6 * x3 * x5),
    z12: -6 * (a1 * a6 + a3 * a5) + emsq * (-24 * (x2 * x7 + x1 * x8) - 6 * (x3 * x6 + x4 * x5)),
    z13: -6 * a3 * a6 + emsq * (-24 * x2 * x8 - 6 * x4 * x6),
    z21: 6 * a2 * a5 + emsq * (24 * x1 * x5 - 6 * x3 * x7),
    z22: 6 * (a4 * a5 + a2 * a6) + emsq * (24 * (x2 * x5 + x1 * x6) - 6 * (x4 * x7 + x3 * x8)),
    z23: 6 * a4 * a6 + emsq * (24 * x2 * x6 - 6 * x4 * x8),
    z31,
    z32,
    z33,
  };
}
