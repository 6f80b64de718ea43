import type { PlotOptions } from "@observablehq/plot";
import type { Figure } from "#model/brief.ts";
import { cutToFit, WIDTH, type Drawing } from "./drawing.ts";

type Heat = Extract<Figure, { type: "heat" }>;

const LABELS = 320;
const CELL = 16;
const MONTHS_PER_TICK = 3;

interface Cell {
  readonly month: string;
  readonly id: string;
  readonly level: number | null;
}

/** Levels as numbered cells, a row per indicator and a column per month; unknown is hatched, never blank. */
export function heatPlot({ months, rows }: Heat, { plot, palette, hatching }: Drawing): PlotOptions {
  const cells: Cell[] = rows.flatMap(({ id, levels }) =>
    months.map((month, i) => ({ month, id, level: levels[i] ?? null })),
  );
  const ticks = months.filter((_, i) => (months.length - 1 - i) % MONTHS_PER_TICK === 0);
  return {
    width: WIDTH,
    height: rows.length * CELL + 34,
    marginLeft: LABELS,
    marginRight: Math.max(0, WIDTH - LABELS - months.length * CELL),
    marginTop: 24,
    marginBottom: 10,
    x: { type: "band", domain: [...months], padding: 0.08, label: null },
    y: { type: "band", domain: rows.map(({ id }) => id), padding: 0.08, axis: null },
    marks: [
      plot.axisX({ anchor: "top", ticks, tickSize: 0, fill: palette.muted }),
      plot.text(rows, {
        y: "id",
        text: ({ id, label }: Heat["rows"][number]) => cutToFit(`${id}  ${label}`, LABELS - 10),
        frameAnchor: "left",
        dx: 8 - LABELS,
        textAnchor: "start",
        fill: palette.ink,
      }),
      plot.cell(cells, {
        x: "month",
        y: "id",
        fill: ({ level }: Cell) => (level === null ? hatching : palette.levels[level as 0 | 1 | 2 | 3 | 4]),
      }),
      plot.text(
        cells.filter(({ level }) => level !== null),
        {
          x: "month",
          y: "id",
          text: ({ level }: Cell) => String(level),
          fontSize: 8,
          fill: ({ level }: Cell) => ((level ?? 0) >= 3 ? palette.paper : palette.ink),
        },
      ),
    ],
  };
}
