import type { Figure } from "#model/brief.ts";
import { counted, dayInWords, estimate, listed } from "../phrase.ts";

type Fan = Extract<Figure, { type: "fan" }>;
type Heat = Extract<Figure, { type: "heat" }>;
type Timeline = Extract<Figure, { type: "timeline" }>;

/** What a figure shows, in words, for those who cannot see it. */
export function describeFigure(figure: Figure): string {
  if (figure.type === "pictures") return `${figure.alt} ${figure.credit}.`;
  if (figure.type === "fan") return describeFan(figure);
  return figure.type === "heat" ? describeHeat(figure) : describeTimeline(figure);
}

function describeFan({ points }: Fan): string {
  const judged = points.filter(({ forecast }) => !forecast);
  const told = [...new Set([judged[0], judged.at(-1), ...points.filter(({ forecast }) => forecast)])];
  const parts = told.flatMap((point) =>
    point
      ? [
          `${estimate(point.p, point.low, point.high)} ${point.forecast ? "by" : "on"} ${dayInWords(point.on)}`,
        ]
      : [],
  );
  return `Probability with its 5–95 % interval: ${parts.join("; ")}.`;
}

function describeHeat({ months, rows }: Heat): string {
  const levels = rows.map((row) => row.levels.at(-1) ?? null);
  const known = [4, 3, 2, 1, 0].flatMap((level) => {
    const count = levels.filter((at) => at === level).length;
    return count === 0 ? [] : [`${count} at level ${level}`];
  });
  const unknown = levels.filter((level) => level === null).length;
  const parts = unknown === 0 ? known : [...known, `${unknown} unknown`];
  return `${counted(rows.length, "indicator")} in ${months.at(-1) ?? ""}: ${listed(parts)}.`;
}

function describeTimeline({ marks }: Timeline): string {
  const lanes = [...new Set(marks.map(({ lane }) => lane))].map((lane) => {
    const own = marks.filter((mark) => mark.lane === lane);
    return `${lane}: ${own.map(({ on, label }) => (label === on ? on : `${label} ${on}`)).join(", ")}`;
  });
  return `${lanes.join("; ")}.`;
}
