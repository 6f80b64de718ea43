import { EARTH_RADIUS_KM, J2, J3_OVER_J2 } from "./earth-model.ts";
import type { MeanOrbit } from "./mean-orbit.ts";
import * as R from "./row.ts";

/** Below this eccentricity the terms that divide by it are left out. */
const NEARLY_CIRCULAR = 1e-4;
/** Below this perigee the series in time is cut after its first terms. */
const LOW_PERIGEE_KM = 220;

/** Fills the drag columns: a power-law atmosphere whose lower bound sinks with the perigee. */
export function initialiseDrag(orbit: MeanOrbit, xhdot1: number, row: Float64Array): void {
  const { ecco, no, ao, argpo, mo, sinio, cosio, bstar } = orbit;
  const perigeeKm = (ao * (1 - ecco) - 1) * EARTH_RADIUS_KM;
  const sfour = lowerBound(perigeeKm);
  const omeosq = 1 - ecco * ecco;
  const tsi = 1 / (ao - sfour);
  const eta = ao * ecco * tsi;
  const etasq = eta * eta;
  const eeta = ecco * eta;
  const psisq = Math.abs(1 - etasq);
  const coef = (120 / EARTH_RADIUS_KM + 1 - sfour) ** 4 * tsi ** 4;
  const coef1 = coef / psisq ** 3.5;
  const con41 = 3 * cosio * cosio - 1;
  const cc2 =
    coef1 *
    no *
    (ao * (1 + 1.5 * etasq + eeta * (4 + etasq)) +
      ((0.375 * J2 * tsi) / psisq) * con41 * (8 + 3 * etasq * (8 + etasq)));
  const cc1 = bstar * cc2;
  const cc3 = ecco > NEARLY_CIRCULAR ? (-2 * coef * tsi * J3_OVER_J2 * no * sinio) / ecco : 0;
  const oblate =
    ((J2 * tsi) / (ao * psisq)) *
    (-3 * con41 * (1 - 2 * eeta + etasq * (1.5 - 0.5 * eeta)) +
      0.75 * (1 - cosio * cosio) * (2 * etasq - eeta * (1 + etasq)) * Math.cos(2 * argpo));
  const cc4 = 2 * no * coef1 * ao * omeosq * (eta * (2 + 0.5 * etasq) + ecco * (0.5 + 2 * etasq) - oblate);
  row[R.CC1] = cc1;
  row[R.BSTAR_CC4] = bstar * cc4;
  row[R.T2COF] = 1.5 * cc1;
  row[R.NODECF] = 3.5 * omeosq * xhdot1 * cc1;
  row[R.KIND] = perigeeKm < LOW_PERIGEE_KM ? R.NEAR_SIMPLE : R.NEAR;
  if (row[R.KIND] === R.NEAR_SIMPLE) return;
  row[R.BSTAR_CC5] = bstar * 2 * coef1 * ao * omeosq * (1 + 2.75 * (etasq + eeta) + eeta * etasq);
  row[R.OMGCOF] = bstar * cc3 * Math.cos(argpo);
  row[R.XMCOF] = ecco > NEARLY_CIRCULAR ? (-(2 / 3) * coef * bstar) / eeta : 0;
  row[R.ETA] = eta;
  row[R.DELMO] = (1 + eta * Math.cos(mo)) ** 3;
  row[R.SINMAO] = Math.sin(mo);
  seriesInTime(ao, sfour, tsi, cc1, row);
}

/** Altitude, as a radius, at which the density law begins. */
function lowerBound(perigeeKm: number): number {
  const altitudeKm = perigeeKm < 98 ? 20 : perigeeKm < 156 ? perigeeKm - 78 : 78;
  return altitudeKm / EARTH_RADIUS_KM + 1;
}

function seriesInTime(ao: number, sfour: number, tsi: number, cc1: number, row: Float64Array): void {
  const cc1sq = cc1 * cc1;
  const d2 = 4 * ao * tsi * cc1sq;
  const temp = (d2 * tsi * cc1) / 3;
  const d3 = (17 * ao + sfour) * temp;
  const d4 = 0.5 * temp * ao * tsi * (221 * ao + 31 * sfour) * cc1;
  row[R.D2] = d2;
  row[R.D3] = d3;
  row[R.D4] = d4;
  row[R.T3COF] = d2 + 2 * cc1sq;
  row[R.T4COF] = 0.25 * (3 * d3 + cc1 * (12 * d2 + 10 * cc1sq));
  row[R.T5COF] = 0.2 * (3 * d4 + 12 * cc1 * d3 + 6 * d2 * d2 + 15 * cc1sq * (2 * d2 + cc1sq));
}
