import type { Horizon } from "../horizon.ts";

/** Sites in the order of their cells, each cell with whole fours of them: what fills up the last has no place. */
export interface SiteCells {
  readonly horizons: readonly Horizon[];
  /** Where each site stood in the list that was given; −1 for what only fills up a cell. */
  readonly places: readonly number[];
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
  const horizons: Horizon[] = [];
  const places: number[] = [];
  const cells: Cell[] = [];
  for (const members of Map.groupBy(given.keys(), (place) => cellNumber(given[place]!)).values()) {
    const first = horizons.length;
    const spare = Array.from({ length: -members.length & 3 });
    horizons.push(...members.map((place) => given[place]!), ...spare.map(() => sunken(given[members[0]!]!)));
    places.push(...members, ...spare.map(() => -1));
    cells.push({ first, end: horizons.length, ...coneOf(members.map((place) => given[place]!)) });
  }
  return { horizons, places, cells };
}

/** A site that never sees anything: its base is far outside. */
function sunken(horizon: Horizon): Horizon {
  return { ...horizon, base: 1e12 };
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
