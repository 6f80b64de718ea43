import type { OutlookReply } from "../../src/api/contract.ts";
import { type Outlook, outlook, type WhatIf } from "#science/belief/index.ts";
import type { Level } from "#model/indicator.ts";

/** What the reader changed: levels by indicator, ε by scenario and gate (`1.0`). */
export interface Supposed {
  readonly levels: Readonly<Record<string, Level>>;
  readonly epsilon: Readonly<Record<string, number>>;
}

export const AS_JUDGED: Supposed = { levels: {}, epsilon: {} };

/** The answer to a supposition, worked out here as the server would. */
export function suppose(reply: OutlookReply, order: readonly string[], supposed: Supposed): Outlook {
  return outlook(reply.basis, whatIfOf(reply, order, supposed));
}

/** A changed level adds what it says less what the judged one says; unknown says nothing. */
export function whatIfOf(
  { indicators }: OutlookReply,
  order: readonly string[],
  { levels, epsilon }: Supposed,
): WhatIf {
  const evidence = indicators.flatMap(({ id, level: judged, tables }) => {
    const level = levels[id];
    if (level === undefined || level === readLevel(judged)) return [];
    return Object.entries(tables).map(([scenario, table]) => {
      const [there, here] = [saying(table, level), saying(table, readLevel(judged))];
      return {
        scenario: order.indexOf(scenario),
        logLikelihood: [there[0] - here[0], there[1] - here[1], there[2] - here[2]] as const,
      };
    });
  });
  const gates = Object.entries(epsilon).map(([place, value]) => {
    const [scenario, gate] = place.split(".").map(Number) as [number, number];
    return { scenario, gate, epsilon: value };
  });
  return { evidence, epsilon: gates };
}

type Row = readonly [number, number, number];

function saying(table: readonly Row[], level: Level): Row {
  return level === "unknown" ? [0, 0, 0] : (table[level] ?? [0, 0, 0]);
}

/** The contract carries levels as text. */
export function readLevel(level: string): Level {
  return level === "unknown" ? level : (Number(level) as Level);
}

/** Months ahead at which the crossing is drawn: dense at first, then by the year. */
export function monthsAhead(horizon: number): number[] {
  const near = [0, 1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60, 84, 120, 180, 240];
  return [...near.filter((month) => month < horizon), horizon];
}
