import { expect, test } from "vitest";
import type { IndicatorReading } from "#model/assessment.ts";
import type { Level } from "#model/indicator.ts";
import { heatOf } from "./heat.ts";

const reading = (id: string, ...levels: Level[]) =>
  ({
    id,
    statement: `statement of ${id}`,
    level: levels.at(-1),
    history: levels.map((level, i) => ({ month: `2026-0${i + 1}`, level, value: null })),
  }) as unknown as IndicatorReading;

const readings = [reading("a", 0, 2, 3), reading("b", 4, 4, 4), reading("c", 1, 1, "unknown")];

test("the finding counts what is high, what rose and what cannot be seen", () => {
  expect(heatOf(readings, 60).finding).toBe(
    "2 of 3 are high or extreme now; 1 indicator rose since last month; 1 cannot be observed.",
  );
});

test("only the months asked for are shown, in the drawing and in the table alike", () => {
  const { months, rows, table } = heatOf(readings, 2);
  expect(months).toEqual(["2026-02", "2026-03"]);
  expect(rows[0]!.levels).toEqual([2, 3]);
  expect(table.rows[2]).toEqual(["statement of c", 1, "unknown"]);
});
