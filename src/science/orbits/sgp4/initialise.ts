import type { ElementSet } from "../elements/element-set.ts";
import { initialiseDrag } from "./drag.ts";
import { longPeriodAycof, longPeriodXlcof, meanOrbit, secularRates, type MeanOrbit } from "./mean-orbit.ts";
import { attract } from "./attraction.ts";
import { initialiseResonance } from "./initialise-resonance.ts";
import * as R from "./row.ts";

/** Objects ready to be propagated: one row of coefficients each, laid out in `row.ts`. */
export interface Orbits {
  readonly count: number;
  readonly ids: Int32Array;
  /** UTC, milliseconds since 1970. */
  readonly epochsMs: Float64Array;
  readonly rows: Float64Array;
}

/** From this period on, in minutes, Sun and Moon count. */
const DEEP_SPACE_PERIOD = 225;

/**
 * Prepares element sets for propagation by SGP4 and SDP4 (Hoots & Roehrich 1980, Spacetrack Report 3; corrections of
 * Vallado, Crawford, Hujsak & Kelso 2006, AIAA 2006-6753; WGS-72). Objects keep the order of the list.
 */
export function initialise(elements: readonly ElementSet[]): Orbits {
  const rows = new Float64Array(elements.length * R.ROW_LENGTH);
  elements.forEach((each, index) =>
    fillRow(meanOrbit(each), rows.subarray(index * R.ROW_LENGTH, (index + 1) * R.ROW_LENGTH)),
  );
  return {
    count: elements.length,
    ids: Int32Array.from(elements, ({ id }) => id),
    epochsMs: Float64Array.from(elements, ({ epochMs }) => epochMs),
    rows,
  };
}

function fillRow(orbit: MeanOrbit, row: Float64Array): void {
  const rates = secularRates(orbit);
  row[R.MO] = orbit.mo;
  row[R.MDOT] = rates.mdot;
  row[R.ARGPO] = orbit.argpo;
  row[R.ARGPDOT] = rates.argpdot;
  row[R.NODEO] = orbit.nodeo;
  row[R.NODEDOT] = rates.nodedot;
  row[R.ECCO] = orbit.ecco;
  row[R.INCLO] = orbit.inclo;
  row[R.NO] = orbit.no;
  row[R.AO] = orbit.ao;
  row[R.SINIO] = orbit.sinio;
  row[R.COSIO] = orbit.cosio;
  row[R.AYCOF] = longPeriodAycof(orbit.sinio);
  row[R.XLCOF] = longPeriodXlcof(orbit.sinio, orbit.cosio);
  initialiseDrag(orbit, rates.xhdot1, row);
  if ((2 * Math.PI) / orbit.no < DEEP_SPACE_PERIOD) return;
  row[R.KIND] = R.DEEP;
  initialiseResonance(orbit, rates, attract(orbit, row), row);
}
