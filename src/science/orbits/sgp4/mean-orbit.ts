import type { ElementSet } from "../elements/element-set.ts";
import { J2, J3_OVER_J2, J4, XKE } from "./earth-model.ts";

/** An orbit at its epoch, with the mean motion as Brouwer counts it: radians, minutes, Earth radii. */
export interface MeanOrbit {
  readonly ecco: number;
  readonly inclo: number;
  readonly nodeo: number;
  readonly argpo: number;
  readonly mo: number;
  readonly no: number;
  readonly ao: number;
  readonly sinio: number;
  readonly cosio: number;
  readonly bstar: number;
  readonly epochMs: number;
}

const RAD_PER_DEG = Math.PI / 180;
const REV_PER_DAY = (2 * Math.PI) / 1440;

export function meanOrbit(elements: ElementSet): MeanOrbit {
  const inclo = elements.inclinationDeg * RAD_PER_DEG;
  const [sinio, cosio] = [Math.sin(inclo), Math.cos(inclo)];
  const no = brouwerMeanMotion(elements.meanMotionRevPerDay * REV_PER_DAY, elements.eccentricity, cosio);
  return {
    ecco: elements.eccentricity,
    inclo,
    nodeo: elements.raanDeg * RAD_PER_DEG,
    argpo: elements.argumentOfPerigeeDeg * RAD_PER_DEG,
    mo: elements.meanAnomalyDeg * RAD_PER_DEG,
    no,
    ao: (XKE / no) ** (2 / 3),
    sinio,
    cosio,
    bstar: elements.bstar,
    epochMs: elements.epochMs,
  };
}

/** Element sets print the mean motion by Kozai's definition. */
function brouwerMeanMotion(kozai: number, ecco: number, cosio: number): number {
  const omeosq = 1 - ecco * ecco;
  const ak = (XKE / kozai) ** (2 / 3);
  const d1 = (0.75 * J2 * (3 * cosio * cosio - 1)) / (Math.sqrt(omeosq) * omeosq);
  const first = d1 / (ak * ak);
  const adel = ak * (1 - first * first - first * (1 / 3 + (134 * first * first) / 81));
  return kozai / (1 + d1 / (adel * adel));
}

/** Secular rates of the Earth's oblateness, radians per minute. */
export interface SecularRates {
  readonly mdot: number;
  readonly argpdot: number;
  readonly nodedot: number;
  /** The part of `nodedot` that is of first order in J2. */
  readonly xhdot1: number;
}

export function secularRates({ ecco, no, ao, cosio }: MeanOrbit): SecularRates {
  const omeosq = 1 - ecco * ecco;
  const pinvsq = 1 / (ao * omeosq) ** 2;
  const cosio2 = cosio * cosio;
  const cosio4 = cosio2 * cosio2;
  const temp1 = 1.5 * J2 * pinvsq * no;
  const temp2 = 0.5 * temp1 * J2 * pinvsq;
  const temp3 = -0.46875 * J4 * pinvsq * pinvsq * no;
  const xhdot1 = -temp1 * cosio;
  return {
    mdot:
      no +
      0.5 * temp1 * Math.sqrt(omeosq) * (3 * cosio2 - 1) +
      0.0625 * temp2 * Math.sqrt(omeosq) * (13 - 78 * cosio2 + 137 * cosio4),
    argpdot:
      -0.5 * temp1 * (1 - 5 * cosio2) +
      0.0625 * temp2 * (7 - 114 * cosio2 + 395 * cosio4) +
      temp3 * (3 - 36 * cosio2 + 49 * cosio4),
    nodedot: xhdot1 + (0.5 * temp2 * (4 - 19 * cosio2) + 2 * temp3 * (3 - 7 * cosio2)) * cosio,
    xhdot1,
  };
}

/** Coefficient of the long-period term in argument of latitude along e·cos ω; at 180° its pole is cut off. */
export function longPeriodXlcof(sini: number, cosi: number): number {
  const divisor = Math.abs(cosi + 1) > 1.5e-12 ? 1 + cosi : 1.5e-12;
  return (-0.25 * J3_OVER_J2 * sini * (3 + 5 * cosi)) / divisor;
}

/** Coefficient of the long-period term that is added to e·sin ω. */
export function longPeriodAycof(sini: number): number {
  return -0.5 * J3_OVER_J2 * sini;
}
