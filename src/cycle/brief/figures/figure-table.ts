import type { Figure } from "#model/brief.ts";
import { percent } from "../phrase.ts";

export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const JUDGED_SHOWN = 6;
const MONTHS_SHOWN = 5;

/** The numbers behind a figure, as few as a page can hold: the last judgements, and the last quarters. */
export function figureTable(figure: Figure): FigureTable {
  if (figure.type === "pictures") return picturesTable(figure);
  if (figure.type === "fan") return fanTable(figure);
  return figure.type === "heat" ? heatTable(figure) : timelineTable(figure);
}

function picturesTable({ pictures }: Extract<Figure, { type: "pictures" }>): FigureTable {
  return { columns: ["Day", "Picture"], rows: pictures.map(({ on, told }) => [on, told]) };
}

function fanTable({ points }: Extract<Figure, { type: "fan" }>): FigureTable {
  const judged = points.filter(({ forecast }) => !forecast).slice(-JUDGED_SHOWN);
  const ahead = points.filter(({ forecast }) => forecast);
  return {
    columns: ["Day", "Probability", "5 %", "95 %", "What"],
    rows: [...judged, ...ahead].map(({ on, p, low, high, forecast }) => [
      on,
      percent(p),
      percent(low),
      percent(high),
      forecast ? "critical now or by then" : "critical, as judged then",
    ]),
  };
}

/** Every third month back from the last. */
function heatTable({ months, rows }: Extract<Figure, { type: "heat" }>): FigureTable {
  const shown = months
    .map((_, i) => i)
    .filter((i) => (months.length - 1 - i) % 3 === 0)
    .slice(-MONTHS_SHOWN);
  return {
    columns: ["Indicator", ...shown.map((i) => months[i]!)],
    rows: rows.map(({ label, levels }) => [label, ...shown.map((i) => levels[i]?.toString() ?? "unknown")]),
  };
}

function timelineTable({ marks }: Extract<Figure, { type: "timeline" }>): FigureTable {
  return {
    columns: ["Day", "For", "Mark"],
    rows: marks.map(({ on, lane, label }) => [on, lane, label === on ? "" : label]),
  };
}
