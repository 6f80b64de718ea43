import type { PlotOptions } from "@observablehq/plot";
import type { Figure } from "#model/brief.ts";
import { cutToFit, instant, WIDTH, type Drawing } from "./drawing.ts";

type Mark = Extract<Figure, { type: "timeline" }>["marks"][number];

const LABELS = 240;
const LANE = 38;

/** Dots in lanes, each with its label; a lane is ruled from its first mark to its last. */
export function timelinePlot(
  { marks }: Extract<Figure, { type: "timeline" }>,
  { plot, palette }: Drawing,
): PlotOptions {
  const lanes = [...new Set(marks.map(({ lane }) => lane))];
  const spans = lanes.map((lane) => {
    const days = marks
      .filter((mark) => mark.lane === lane)
      .map(({ on }) => on)
      .toSorted();
    return { lane, from: days[0]!, to: days.at(-1)! };
  });
  const at = { x: ({ on }: Mark) => instant(on), y: "lane" };
  const place = new Map(
    spans.flatMap(({ lane }) =>
      marks.filter((mark) => mark.lane === lane).map((mark, i) => [mark, i] as const),
    ),
  );
  const above = (mark: Mark): boolean => place.get(mark)! % 2 === 0;
  const label = { ...at, text: "label", fontSize: 9, fill: palette.muted };
  return {
    width: WIDTH,
    height: lanes.length * LANE + 38,
    marginLeft: LABELS,
    marginRight: 60,
    marginTop: 4,
    marginBottom: 32,
    x: { type: "utc", label: null, nice: true },
    y: { type: "point", domain: lanes, padding: 0.5, axis: null },
    marks: [
      plot.axisX({ tickSize: 0, ticks: 6, fill: palette.muted }),
      plot.text(spans, {
        y: "lane",
        text: ({ lane }: { lane: string }) => cutToFit(lane, LABELS - 16),
        frameAnchor: "left",
        dx: 4 - LABELS,
        textAnchor: "start",
        fill: palette.ink,
      }),
      plot.link(spans, {
        x1: ({ from }: { from: string }) => instant(from),
        x2: ({ to }: { to: string }) => instant(to),
        y1: "lane",
        y2: "lane",
        stroke: palette.rule,
        strokeWidth: 2,
      }),
      plot.dot(marks, { ...at, r: 3.5, fill: palette.accent }),
      plot.text(marks.filter(above), { ...label, dy: -10 }),
      plot.text(
        marks.filter((mark) => !above(mark)),
        { ...label, dy: 11 },
      ),
    ],
  };
}
