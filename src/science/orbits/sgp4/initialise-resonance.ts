import { siderealTimeRad } from "#science/earth/index.ts";
import type { DeepRates } from "./attraction.ts";
import { EARTH_ROTATION, XKE } from "./earth-model.ts";
import type { MeanOrbit, SecularRates } from "./mean-orbit.ts";
import * as R from "./row.ts";

/** Orbits of one or two turns a day meet the same bulges of the Earth again and again. */
export function initialiseResonance(
  orbit: MeanOrbit,
  secular: SecularRates,
  deep: DeepRates,
  row: Float64Array,
): void {
  const theta = siderealTimeRad(orbit.epochMs);
  row[R.GSTO] = theta;
  row[R.RESONANCE] = R.NOT_RESONANT;
  const drift = secular.mdot + deep.dmdt - orbit.no;
  if (isSynchronous(orbit)) {
    row[R.RESONANCE] = R.SYNCHRONOUS;
    row[R.XLAMO] = (orbit.mo + orbit.nodeo + orbit.argpo - theta) % TURN;
    row[R.XFACT] = drift + secular.argpdot + secular.nodedot - EARTH_ROTATION + deep.domdt + deep.dnodt;
    row.set(synchronousTerms(orbit), R.TERMS);
  } else if (isHalfDay(orbit)) {
    row[R.RESONANCE] = R.HALF_DAY;
    row[R.XLAMO] = (orbit.mo + 2 * orbit.nodeo - 2 * theta) % TURN;
    row[R.XFACT] = drift + 2 * (secular.nodedot + deep.dnodt - EARTH_ROTATION);
    row.set(halfDayTerms(orbit), R.TERMS);
  }
  // An integrator that has left epoch in neither direction starts there.
  row[R.ATIME] = NaN;
}

const TURN = 2 * Math.PI;

const isSynchronous = ({ no }: MeanOrbit) => no > 0.0034906585 && no < 0.0052359877;
const isHalfDay = ({ no, ecco }: MeanOrbit) => no >= 8.26e-3 && no <= 9.24e-3 && ecco >= 0.5;

/** δ₁ to δ₃. */
function synchronousTerms({ ecco, no, sinio, cosio }: MeanOrbit): number[] {
  const emsq = ecco * ecco;
  const aonv = (no / XKE) ** (2 / 3);
  const g200 = 1 + emsq * (-2.5 + 0.8125 * emsq);
  const g310 = 1 + 2 * emsq;
  const g300 = 1 + emsq * (-6 + 6.60937 * emsq);
  const f220 = 0.75 * (1 + cosio) * (1 + cosio);
  const f311 = 0.9375 * sinio * sinio * (1 + 3 * cosio) - 0.75 * (1 + cosio);
  const f330 = 1.875 * (1 + cosio) ** 3;
  const del = 3 * no * no * aonv * aonv;
  return [
    del * f311 * g310 * 2.1460748e-6 * aonv,
    2 * del * f220 * g200 * 1.7891679e-6,
    3 * del * f330 * g300 * 2.2123015e-7 * aonv,
  ];
}

/** D₂₂₀₁, D₂₂₁₁, D₃₂₁₀, D₃₂₂₂, D₄₄₁₀, D₄₄₂₂, D₅₂₂₀, D₅₂₃₂, D₅₄₂₁, D₅₄₃₃. */
function halfDayTerms(orbit: MeanOrbit): number[] {
  const { no, sinio, cosio } = orbit;
  const g = eccentricityFunctions(orbit.ecco);
  const f = inclinationFunctions(sinio, cosio);
  const aonv = (no / XKE) ** (2 / 3);
  const second = 3 * no * no * aonv * aonv;
  const [third, fourth, fifth] = [second * aonv, second * aonv ** 2, second * aonv ** 3];
  const [root22, root32, root44] = [1.7891679e-6 * second, 3.7393792e-7 * third, 2 * 7.3636953e-9 * fourth];
  const [root52, root54] = [1.1428639e-7 * fifth, 2 * 2.1765803e-9 * fifth];
  return [
    root22 * f.f220 * g.g201,
    root22 * f.f221 * g.g211,
    root32 * f.f321 * g.g310,
    root32 * f.f322 * g.g322,
    root44 * f.f441 * g.g410,
    root44 * f.f442 * g.g422,
    root52 * f.f522 * g.g520,
    root52 * f.f523 * g.g532,
    root54 * f.f542 * g.g521,
    root54 * f.f543 * g.g533,
  ];
}

function inclinationFunctions(sinio: number, cosio: number) {
  const sini2 = sinio * sinio;
  const cosisq = cosio * cosio;
  const f220 = 0.75 * (1 + 2 * cosio + cosisq);
  return {
    f220,
    f221: 1.5 * sini2,
    f321: 1.875 * sinio * (1 - 2 * cosio - 3 * cosisq),
    f322: -1.875 * sinio * (1 + 2 * cosio - 3 * cosisq),
    f441: 35 * sini2 * f220,
    f442: 39.375 * sini2 * sini2,
    f522:
      9.84375 * sinio * (sini2 * (1 - 2 * cosio - 5 * cosisq) + 0.33333333 * (-2 + 4 * cosio + 6 * cosisq)),
    f523:
      sinio *
      (4.92187512 * sini2 * (-2 - 4 * cosio + 10 * cosisq) + 6.56250012 * (1 + 2 * cosio - 3 * cosisq)),
    f542: 29.53125 * sinio * (2 - 8 * cosio + cosisq * (-12 + 8 * cosio + 10 * cosisq)),
    f543: 29.53125 * sinio * (-2 - 8 * cosio + cosisq * (12 + 8 * cosio - 10 * cosisq)),
  };
}

/** Cubics in the eccentricity, fitted piece by piece in Spacetrack Report 3. */
function eccentricityFunctions(e: number) {
  const cubic = (c0: number, c1: number, c2: number, c3: number) => c0 + c1 * e + c2 * e * e + c3 * e * e * e;
  const lower = e <= 0.65;
  return {
    g201: -0.306 - (e - 0.64) * 0.44,
    g211: lower ? cubic(3.616, -13.247, 16.29, 0) : cubic(-72.099, 331.819, -508.738, 266.724),
    g310: lower ? cubic(-19.302, 117.39, -228.419, 156.591) : cubic(-346.844, 1582.851, -2415.925, 1246.113),
    g322: lower
      ? cubic(-18.9068, 109.7927, -214.6334, 146.5816)
      : cubic(-342.585, 1554.908, -2366.899, 1215.972),
    g410: lower
      ? cubic(-41.122, 242.694, -471.094, 313.953)
      : cubic(-1052.797, 4758.686, -7193.992, 3651.957),
    g422: lower
      ? cubic(-146.407, 841.88, -1629.014, 1083.435)
      : cubic(-3581.69, 16178.11, -24462.77, 12422.52),
    g520: lower
      ? cubic(-532.114, 3017.977, -5740.032, 3708.276)
      : e > 0.715
        ? cubic(-5149.66, 29936.92, -54087.36, 31324.56)
        : cubic(1464.74, -4664.75, 3763.64, 0),
    g533:
      e < 0.7
        ? cubic(-919.2277, 4988.61, -9064.77, 5542.21)
        : cubic(-37995.78, 161616.52, -229838.2, 109377.94),
    g521:
      e < 0.7
        ? cubic(-822.71072, 4568.6173, -8491.4146, 5337.524)
        : cubic(-51752.104, 218913.95, -309468.16, 146349.42),
    g532:
      e < 0.7
        ? cubic(-853.666, 4690.25, -8624.77, 5341.4)
        : cubic(-40023.88, 170470.89, -242699.48, 115605.82),
  };
}
