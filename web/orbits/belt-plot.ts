import type { BeltReply } from "../../src/api/contract.ts";
import type { Plot } from "../charts/plot-view.tsx";
import { timeAxis } from "../charts/time-axis.ts";
import { placeLabels, type LabelBox } from "./place-labels.ts";

export const BELT_HEIGHT = 420;
const MARGIN = { top: 24, left: 48, right: 16, bottom: 24 };
/** Of 12-px letters, in the mean. */
const [LETTER_PX, LINE_PX] = [7, 16];
const DEGREES_AROUND = 8;

interface Point {
  readonly at: Date;
  readonly lonDeg: number;
  readonly object: number;
  readonly colour: string;
}

interface Label extends LabelBox {
  readonly at: Date;
  readonly lonDeg: number;
  readonly text: string;
  readonly colour: string;
}

type Colouring = (actor: string) => string;

/** A strip for the belt: time across, longitude up, a line for each object, names where it stopped. */
export function beltPlot(plot: Plot, { objects }: BeltReply, colourOf: Colouring, width: number) {
  const points = pointsOf(objects, colourOf);
  const domain = {
    x: extent(points.map(({ at }) => at.getTime())),
    y: around(points.map(({ lonDeg }) => lonDeg)),
  };
  return {
    height: BELT_HEIGHT,
    marginTop: MARGIN.top,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    x: timeAxis(new Date(domain.x[0]), new Date(domain.x[1])),
    y: { domain: domain.y, label: "longitude, ° E", grid: true, ticks: 6, tickSize: 0 },
    color: { type: "identity" as const },
    marks: [
      plot.line(points, {
        x: "at",
        y: "lonDeg",
        z: "object",
        stroke: "colour",
        strokeWidth: 1,
        strokeOpacity: 0.5,
      }),
      ...stayMarks(plot, objects, colourOf),
      plot.text(labelsOf(objects, colourOf, domain, width), {
        x: "at",
        y: "lonDeg",
        text: "text",
        fill: "colour",
        stroke: "var(--surface)",
        strokeWidth: 4,
        textAnchor: "start" as const,
        dy: -10,
      }),
    ],
  };
}

function pointsOf(objects: BeltReply["objects"], colourOf: Colouring): Point[] {
  return objects.flatMap(({ id, actor, stays }) =>
    stays.flatMap(({ fromMs, toMs, lonDeg }) =>
      [fromMs, toMs].map((ms) => ({ at: new Date(ms), lonDeg, object: id, colour: colourOf(actor) })),
    ),
  );
}

/** A bar as long as the stay, with a dot for those that were seen once. */
function stayMarks(plot: Plot, objects: BeltReply["objects"], colourOf: Colouring) {
  const stays = objects.flatMap(({ actor, stays: some }) =>
    some.map(({ fromMs, toMs, lonDeg }) => {
      return { from: new Date(fromMs), to: new Date(toMs), lonDeg, colour: colourOf(actor) };
    }),
  );
  return [
    plot.ruleY(stays, { x1: "from", x2: "to", y: "lonDeg", stroke: "colour", strokeWidth: 4 }),
    plot.dot(stays, { x: "from", y: "lonDeg", r: 2, fill: "colour" }),
  ];
}

interface Domain {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** The objects' own names first, each at its last stay; then neighbours, those of the longest stays first. */
function labelsOf(
  objects: BeltReply["objects"],
  colourOf: Colouring,
  domain: Domain,
  width: number,
): Label[] {
  const at = (ms: number, lonDeg: number, text: string, colour: string): Label => {
    const wide = width - MARGIN.left - MARGIN.right;
    const high = BELT_HEIGHT - MARGIN.top - MARGIN.bottom;
    const size = { width: text.length * LETTER_PX, height: LINE_PX };
    const x = ((ms - domain.x[0]) / (domain.x[1] - domain.x[0] || 1)) * wide;
    const y = (1 - (lonDeg - domain.y[0]) / (domain.y[1] - domain.y[0])) * high;
    return { at: new Date(ms), lonDeg, text, colour, x, y, ...size };
  };
  const own = objects.map(({ name, actor, stays }) => {
    const first = stays[0]!;
    return at(first.fromMs, first.lonDeg, name, colourOf(actor));
  });
  const stops = objects
    .flatMap(({ stays }) => stays.filter(({ neighbours }) => neighbours.length > 0))
    .toSorted((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs))
    .map(({ fromMs, lonDeg, neighbours: [nearest, ...more] }) => {
      const others = more.length > 0 ? ` +${more.length}` : "";
      return at(fromMs, lonDeg, `${nearest!.name}${others}`, "var(--ink-quiet)");
    });
  return placeLabels([...own, ...stops].filter((label) => label.x + label.width <= width - MARGIN.left));
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function around(values: readonly number[]): [number, number] {
  const [low, high] = extent(values);
  return [Math.max(-180, low - DEGREES_AROUND), Math.min(180, high + DEGREES_AROUND)];
}
