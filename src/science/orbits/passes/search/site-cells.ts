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

/** Sites of a cell at most: in smaller ones less is looked at in vain, but there are more to choose from. */
const MOST_SITES = 8;

/** Groups sites into cells of neighbours. */
export function groupSites(given: readonly Horizon[]): SiteCells {
  const horizons: Horizon[] = [];
  const places: number[] = [];
  const cells: Cell[] = [];
  for (const members of neighbours([...given.keys()], given)) {
    const first = horizons.length;
    const spare = Array.from({ length: -members.length & 3 });
    horizons.push(...members.map((place) => given[place]!), ...spare.map(() => sunken(given[members[0]!]!)));
    places.push(...members, ...spare.map(() => -1));
    cells.push({ first, end: horizons.length, ...coneOf(members.map((place) => given[place]!)) });
  }
  return { horizons, places, cells };
}

/** Halves sites across their widest extent, to whole fours, until they are few enough (a k-d tree's leaves). */
function neighbours(members: readonly number[], given: readonly Horizon[]): (readonly number[])[] {
  if (members.length <= MOST_SITES) return members.length > 0 ? [members] : [];
  const widths = AXES.map((axis) => {
    const along = members.map((place) => given[place]![axis]);
    return along.reduce((a, b) => Math.max(a, b)) - along.reduce((a, b) => Math.min(a, b));
  });
  const widest = AXES[widths.indexOf(Math.max(...widths))]!;
  const sorted = members.toSorted((a, b) => given[a]![widest] - given[b]![widest]);
  const half = Math.ceil(members.length / 8) * 4;
  return [...neighbours(sorted.slice(0, half), given), ...neighbours(sorted.slice(half), given)];
}

const AXES = ["ux", "uy", "uz"] as const;

/** A site that never sees anything: its base is far outside. */
function sunken(horizon: Horizon): Horizon {
  return { ...horizon, base: 1e12 };
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
