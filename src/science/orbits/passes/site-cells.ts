import type { Horizon } from "./horizon.ts";

/** Sites in the order of their cells, and what a quick look at all of them needs, a place in each column. */
export interface SiteCells {
  readonly horizons: readonly Horizon[];
  /** Where each site stood in the list that was given. */
  readonly places: Int32Array;
  readonly ux: Float64Array;
  readonly uy: Float64Array;
  readonly uz: Float64Array;
  readonly plane: Float64Array;
  readonly along: Float64Array;
  readonly below: Float64Array;
  readonly radius2: Float64Array;
  readonly cells: readonly Cell[];
}

/** Neighbouring sites: a cone that holds the vectors upwards of all of them. */
export interface Cell {
  readonly first: number;
  readonly end: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly cosRadius: number;
  readonly sinRadius: number;
}

const BANDS = 10;

/** Groups sites by ten bands of latitude and by longitude, about eighteen degrees a cell. */
export function groupSites(given: readonly Horizon[]): SiteCells {
  const cellOf = given.map(cellNumber);
  const places = Int32Array.from(given.keys()).sort((a, b) => cellOf[a]! - cellOf[b]! || a - b);
  const horizons = Array.from(places, (place) => given[place]!);
  const cells: Cell[] = [];
  for (let first = 0; first < places.length;) {
    let end = first + 1;
    while (end < places.length && cellOf[places[end]!] === cellOf[places[first]!]) end++;
    cells.push({ first, end, ...coneOf(horizons.slice(first, end)) });
    first = end;
  }
  const column = (of: (horizon: Horizon) => number) => Float64Array.from(horizons, of);
  return {
    horizons,
    places,
    ux: column(({ ux }) => ux),
    uy: column(({ uy }) => uy),
    uz: column(({ uz }) => uz),
    plane: column(({ plane }) => plane),
    along: column(({ along }) => along),
    below: column(({ below }) => below),
    radius2: column(({ radius2 }) => radius2),
    cells,
  };
}

function cellNumber({ ux, uy, uz }: Horizon): number {
  const band = Math.min(BANDS - 1, Math.floor((Math.asin(uz) / Math.PI + 0.5) * BANDS));
  const middle = ((band + 0.5) / BANDS - 0.5) * Math.PI;
  const sectors = Math.max(1, Math.round(2 * BANDS * Math.cos(middle)));
  const sector = Math.floor(((Math.atan2(uy, ux) / Math.PI + 1) / 2) * sectors) % sectors;
  return band * 2 * BANDS + sector;
}

function coneOf(members: readonly Horizon[]): Omit<Cell, "first" | "end"> {
  const sum = (of: (horizon: Horizon) => number) => members.reduce((total, one) => total + of(one), 0);
  const [sx, sy, sz] = [sum(({ ux }) => ux), sum(({ uy }) => uy), sum(({ uz }) => uz)];
  const length = Math.hypot(sx, sy, sz);
  const [x, y, z] = [sx / length, sy / length, sz / length];
  const nearest = members.map(({ ux, uy, uz }) => ux * x + uy * y + uz * z);
  const cosRadius = Math.min(1, ...nearest);
  return { x, y, z, cosRadius, sinRadius: Math.sqrt(1 - cosRadius * cosRadius) };
}
