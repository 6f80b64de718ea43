import { MOON_ECCENTRICITY, MOON_MEAN_MOTION, SUN_ECCENTRICITY, SUN_MEAN_MOTION } from "./sun-and-moon.ts";
import * as E from "./mean-now.ts";
import { PERTURBED_ECCENTRICITY } from "./error-number.ts";
import * as R from "./row.ts";

/** Below this inclination, radians, node and perigee are perturbed together (Lyddane). */
const LYDDANE = 0.2;

/** Adds the periodic terms of Sun and Moon to the mean elements; answers an error number or 0. */
export function lunarSolarPeriodics(rows: Float64Array, base: number, mean: Float64Array): number {
  const t = mean[E.T]!;
  const sun = base + R.SUN;
  const sunZm = rows[sun + R.Z_MO]! + SUN_MEAN_MOTION * t;
  const sunZf = sunZm + 2 * SUN_ECCENTRICITY * Math.sin(sunZm);
  const s1 = Math.sin(sunZf);
  const s2 = 0.5 * s1 * s1 - 0.25;
  const s3 = -0.5 * s1 * Math.cos(sunZf);
  const moon = base + R.MOON;
  const moonZm = rows[moon + R.Z_MO]! + MOON_MEAN_MOTION * t;
  const moonZf = moonZm + 2 * MOON_ECCENTRICITY * Math.sin(moonZm);
  const m1 = Math.sin(moonZf);
  const m2 = 0.5 * m1 * m1 - 0.25;
  const m3 = -0.5 * m1 * Math.cos(moonZf);
  const pe =
    rows[sun + R.E2]! * s2 + rows[sun + R.E3]! * s3 + rows[moon + R.E2]! * m2 + rows[moon + R.E3]! * m3;
  const pinc =
    rows[sun + R.I2]! * s2 + rows[sun + R.I3]! * s3 + rows[moon + R.I2]! * m2 + rows[moon + R.I3]! * m3;
  const pl =
    rows[sun + R.L2]! * s2 +
    rows[sun + R.L3]! * s3 +
    rows[sun + R.L4]! * s1 +
    rows[moon + R.L2]! * m2 +
    rows[moon + R.L3]! * m3 +
    rows[moon + R.L4]! * m1;
  const pgh =
    rows[sun + R.GH2]! * s2 +
    rows[sun + R.GH3]! * s3 +
    rows[sun + R.GH4]! * s1 +
    rows[moon + R.GH2]! * m2 +
    rows[moon + R.GH3]! * m3 +
    rows[moon + R.GH4]! * m1;
  const ph =
    rows[sun + R.H2]! * s2 + rows[sun + R.H3]! * s3 + rows[moon + R.H2]! * m2 + rows[moon + R.H3]! * m3;
  mean[E.ECC] = mean[E.ECC]! + pe;
  const incl = mean[E.INCL]! + pinc;
  mean[E.INCL] = incl;
  const sini = Math.sin(incl);
  const cosi = Math.cos(incl);
  if (incl >= LYDDANE) {
    mean[E.ARGP] = mean[E.ARGP]! + pgh - (cosi * ph) / sini;
    mean[E.NODE] = mean[E.NODE]! + ph / sini;
    mean[E.M] = mean[E.M]! + pl;
  } else {
    const node = mean[E.NODE]! % (2 * Math.PI);
    const [sinNode, cosNode] = [Math.sin(node), Math.cos(node)];
    const longitude = mean[E.M]! + mean[E.ARGP]! + cosi * node + pl + pgh - pinc * node * sini;
    const alfdp = sini * sinNode + ph * cosNode + pinc * cosi * sinNode;
    const betdp = sini * cosNode - ph * sinNode + pinc * cosi * cosNode;
    let newNode = Math.atan2(alfdp, betdp);
    if (Math.abs(node - newNode) > Math.PI) newNode += newNode < node ? 2 * Math.PI : -2 * Math.PI;
    mean[E.NODE] = newNode;
    mean[E.M] = mean[E.M]! + pl;
    mean[E.ARGP] = longitude - mean[E.M]! - cosi * newNode;
  }
  return turnOver(mean);
}

/** An inclination below zero is the same plane from the other node. */
function turnOver(mean: Float64Array): number {
  if (mean[E.INCL]! < 0) {
    mean[E.INCL] = -mean[E.INCL]!;
    mean[E.NODE] = mean[E.NODE]! + Math.PI;
    mean[E.ARGP] = mean[E.ARGP]! - Math.PI;
  }
  const ep = mean[E.ECC]!;
  return ep >= 0 && ep <= 1 ? 0 : PERTURBED_ECCENTRICITY;
}
