import { useMemo } from "react";
import type { ActivityOnDay } from "#model/activity.ts";
import { TickChart } from "../panels/tick-chart.tsx";
import { count } from "../words/dates.ts";

interface ActivityCasesProps {
  readonly activity: ActivityOnDay;
  readonly named: (value: string) => string;
}

/** Every case of the days that the record vouches for, in lanes by the first face; one that is pressed opens. */
export function ActivityCases({ activity: { cases, covers, faces, asOf }, named }: ActivityCasesProps) {
  const from = covers?.from ?? asOf;
  const ticks = useMemo(
    () =>
      cases
        .filter(({ on }) => on >= from)
        .flatMap(({ id, on, claim, values }) =>
          values[0]!.map((value) => ({ id, on, label: claim, lane: named(value), colour: "var(--accent)" })),
        ),
    [cases, from, named],
  );
  const lanes = useMemo(
    () =>
      [...Map.groupBy(ticks, ({ lane }) => lane)]
        .sort(([, a], [, b]) => b.length - a.length)
        .map(([lane]) => lane),
    [ticks],
  );
  if (ticks.length === 0) return null;
  const by = faces[0]?.name.toLowerCase() ?? "side";
  const told = `${count(new Set(ticks.map(({ id }) => id)).size, "case")}, ${by}`;
  return (
    <TickChart
      name="activity-cases"
      caption={`${told}.`}
      source={`observations known by ${asOf}; which of them count is fixed in the watch`}
      alt={`${told}, from ${from} to ${asOf}.`}
      by={by}
      ticks={ticks}
      lanes={lanes}
      from={from}
      to={asOf}
    />
  );
}
