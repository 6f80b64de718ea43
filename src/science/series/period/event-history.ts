import type { Random } from "#science/numbers/index.ts";

/** Dated events as they are known: each in a cell, the day, month or year it is dated to. */
export interface EventHistory {
  /** Middles of the cells, ascending. */
  readonly middles: Float64Array;
  /** One time drawn in each cell, ascending: for models in which no two events share a time. */
  readonly spread: Float64Array;
  /** Widths of the cells, in no order that matters. */
  readonly cells: Float64Array;
  readonly from: number;
  readonly to: number;
  /** Whether the span was taken from the first and the last event, which then carry no information. */
  readonly endsAreEvents: boolean;
  /** How many events are moved together, wave by wave; each by itself where absent. See `wavesIn`. */
  readonly waves?: readonly number[];
}

/** The span that was watched, where it is known apart from the events. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Dates events to cells of the given widths, one for each in the order of the times; a width of 0 is exact. */
export function dateEvents(
  times: ArrayLike<number>,
  cells: Float64Array,
  random: Random,
  span?: Span,
): EventHistory {
  const starts = cells.map((cell, i) =>
    cell === 0 ? times[i]! : Math.floor(times[i]! / cell + 1e-9) * cell,
  );
  const middles = starts.map((start, i) => start + cells[i]! / 2).sort();
  const spread = starts.map((start, i) => start + cells[i]! * random()).sort();
  const ends = starts.map((start, i) => start + cells[i]!);
  return {
    middles,
    spread,
    cells,
    from: span?.from ?? starts.reduce((a, b) => Math.min(a, b), Infinity),
    to: span?.to ?? ends.reduce((a, b) => Math.max(a, b), -Infinity),
    endsAreEvents: span === undefined,
  };
}

/**
 * A history of other times with the dating of this one: equally many, in waves as large, in the same span, rounded the
 * same way.
 * Where the span is that of the events, the first and the last stay.
 */
export function redated(history: EventHistory, next: () => number, random: Random): EventHistory {
  const { middles, cells, from, to, endsAreEvents, waves } = history;
  const times =
    waves === undefined
      ? Float64Array.from(middles, next)
      : Float64Array.from(waves.flatMap((size) => new Array<number>(size).fill(next())));
  if (endsAreEvents) {
    times[0] = middles[0]!;
    times[times.length - 1] = middles.at(-1)!;
  }
  return { ...dateEvents(times, shuffledCells(cells, random), random, { from, to }), endsAreEvents };
}

/** Histories of another number of events take their cells from those of this one. */
export function cellsFor(count: number, cells: Float64Array, random: Random): Float64Array {
  return Float64Array.from({ length: count }, () => cells[Math.floor(random() * cells.length)]!);
}

/** Which event is dated how finely is no part of the question. Fisher & Yates. */
function shuffledCells(cells: Float64Array, random: Random): Float64Array {
  if (cells.every((cell) => cell === cells[0])) return cells;
  const order = cells.slice();
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** The events that carry information on a cycle. */
export function informative({ middles, endsAreEvents }: EventHistory): Float64Array {
  return endsAreEvents ? middles.subarray(1, -1) : middles;
}
