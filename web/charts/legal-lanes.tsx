import { useCallback } from "react";
import type { Day } from "#model/day.ts";
import type { LegalForce, LegalMove } from "#model/law.ts";
import type { Stretch } from "../words/law.ts";
import { type Plot, PlotView } from "./plot-view.tsx";
import { TIME_AXIS } from "./time-axis.ts";

/** A row of the drawing: a subject as a heading, or an instrument. */
export interface LegalLane {
  readonly key: string;
  readonly name: string;
  readonly isHeading: boolean;
}

export interface LaneStretch extends Stretch {
  readonly key: string;
  readonly force: LegalForce;
}

export interface LaneMark {
  readonly key: string;
  readonly on: Day;
  readonly observation: string;
  readonly label: string;
  readonly step: LegalMove["step"];
  readonly force: LegalForce;
}

interface LegalLanesProps {
  readonly lanes: readonly LegalLane[];
  readonly stretches: readonly LaneStretch[];
  readonly marks: readonly LaneMark[];
  readonly from: Day;
  readonly to: Day;
  readonly onOpen: (observation: string) => void;
}

/** Colour by whom an instrument binds. */
export const FORCE_COLOURS: Readonly<Record<LegalForce, string>> = {
  binding: "var(--level-4)",
  towards: "var(--state-building)",
  domestic: "var(--line-strong)",
  none: "var(--level-2)",
};

type Symbol = "circle" | "times" | "diamond2";

/** What is made, what comes to nothing, and what is undone, by the shape of its mark. */
const SYMBOLS: Partial<Record<LegalMove["step"], Symbol>> = {
  failed: "times",
  stalled: "times",
  ended: "diamond2",
  left: "diamond2",
  suspended: "diamond2",
};
const FILLED = new Set<LegalMove["step"]>(["adopted", "in-force", "ended"]);

/** Beside its bar where there is room for the name, else above it. */
const WIDE = { row: 24, marginLeft: 288, nameDy: 0, barDy: 0 };
const NARROW = { row: 36, marginLeft: 4, nameDy: -9, barDy: 8 };

/** An instrument a lane: a bar while it stands, dashes while it is attempted, a mark for every step. */
export function LegalLanes({ lanes, stretches, marks, from, to, onOpen }: LegalLanesProps) {
  const draw = useCallback(
    (plot: Plot, width: number) => lanesPlot(plot, { lanes, stretches, marks, from, to }, width),
    [lanes, stretches, marks, from, to],
  );
  return (
    <PlotView
      draw={draw}
      height={lanes.length * WIDE.row + 32}
      onPick={(mark: LaneMark) => onOpen(mark.observation)}
    />
  );
}

type Drawn = Omit<LegalLanesProps, "onOpen">;

const colour = ({ force }: { readonly force: LegalForce }) => FORCE_COLOURS[force];

function lanesPlot(plot: Plot, drawn: Drawn, width: number) {
  const { lanes, from, to } = drawn;
  const look = width < 640 ? NARROW : WIDE;
  const { row, marginLeft, nameDy } = look;
  const names = (isHeading: boolean, how: object) =>
    plot.text(
      lanes.filter((lane) => lane.isHeading === isHeading),
      { y: "key", frameAnchor: "left", textAnchor: "start", dx: -marginLeft, text: "name", ...how },
    );
  return {
    height: lanes.length * row + 32,
    ...{ marginLeft, marginTop: 8, marginBottom: 24, marginRight: 12 },
    x: { ...TIME_AXIS, domain: [new Date(from), new Date(to)] },
    y: { axis: null, domain: lanes.map(({ key }) => key), padding: 0 },
    color: { type: "identity" as const },
    symbol: { type: "identity" as const },
    r: { type: "identity" as const },
    marks: [
      plot.gridX({ stroke: "var(--line)", strokeOpacity: 1, tickSpacing: TIME_AXIS.tickSpacing }),
      names(true, { fill: "var(--ink-quiet)", fontWeight: 600 }),
      names(false, { fill: "var(--ink)", dy: nameDy }),
      ...barsOf(plot, drawn, look.barDy),
      ...stepsOf(plot, drawn, look.barDy),
    ],
  };
}

function barsOf(plot: Plot, { stretches }: Drawn, dy: number) {
  const bars = (is: Stretch["is"], how: object) =>
    plot.ruleY(
      stretches.filter((one) => one.is === is),
      {
        ...{ y: "key", dy, stroke: colour, ...how },
        x1: (one: LaneStretch) => new Date(one.from),
        x2: (one: LaneStretch) => new Date(one.to),
      },
    );
  return [
    bars("standing", { strokeWidth: 6 }),
    bars("weakened", { strokeWidth: 6, strokeOpacity: 0.3 }),
    bars("attempted", { strokeWidth: 1.5, strokeDasharray: "3 3" }),
  ];
}

function stepsOf(plot: Plot, { marks }: Drawn, dy: number) {
  const place = { x: ({ on }: LaneMark) => new Date(on), y: "key", dy } as const;
  const tip = { title: "label", lineWidth: 24, pathFilter: "none" } as const;
  return [
    plot.dot(marks, {
      ...place,
      symbol: ({ step }: LaneMark) => SYMBOLS[step] ?? "circle",
      r: ({ step }: LaneMark) => (step === "told" ? 2 : 4.5),
      fill: (mark: LaneMark) => (FILLED.has(mark.step) ? colour(mark) : "var(--surface)"),
      stroke: (mark: LaneMark) => (SYMBOLS[mark.step] ? "var(--raises)" : colour(mark)),
      strokeWidth: 1.75,
    }),
    plot.dot(marks, plot.pointer({ ...place, r: 8, stroke: "var(--ink)", maxRadius: 24 })),
    plot.tip(
      marks,
      plot.pointer({
        ...{ ...place, ...tip, maxRadius: 24 },
        ...{ fill: "var(--surface)", stroke: "var(--line-strong)" },
      }),
    ),
  ];
}
