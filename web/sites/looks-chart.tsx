import { useCallback, useMemo } from "react";
import type { SiteLooksReply, WatchReply } from "../../src/api/contract.ts";
import { Chart } from "../charts/chart.tsx";
import { type Plot, PlotView } from "../charts/plot-view.tsx";
import { blocName, blocToken } from "../words/bloc.ts";
import { count } from "../words/dates.ts";
import { longestHours } from "./longest-hours.ts";

interface LooksChartProps {
  readonly watch: WatchReply;
  readonly looks: SiteLooksReply;
}

interface Mark {
  readonly lane: string;
  readonly at: Date;
  readonly colour: string;
  readonly label: string;
}

const LANE = 64;

/** A lane for each bloc, a tick for each chance to image the site; between ticks it is unseen. */
export function LooksChart({ watch, looks }: LooksChartProps) {
  const marks = useMemo(() => marksOf(watch, looks), [watch, looks]);
  const lanes = looks.blocs.map(({ bloc }) => blocName(watch, bloc));
  const height = lanes.length * LANE + 48;
  const draw = useCallback(
    (plot: Plot, width: number) => looksPlot(plot, { marks, lanes, looks, height, width }),
    [marks, looks, height],
  );
  const told = looks.blocs.map((bloc) => sentenceOf(watch, bloc)).join(" ");
  return (
    <Chart
      name={`looks-${looks.site.id.toLowerCase()}`}
      caption={`${told} From ${dayAndHour(looks.from)} to ${dayAndHour(looks.to)} UTC.`}
      source="element sets known by this day, propagated by SGP4; the watch's imagers.csv"
      alt={told}
      table={{
        columns: [
          "bloc",
          "satellite",
          "sensor",
          "from (UTC)",
          "to (UTC)",
          "elevation °",
          "off nadir °",
          "limit",
        ],
        rows: looks.blocs.flatMap(({ bloc, looks: chances }) =>
          chances.map((one) => [
            ...[blocName(watch, bloc), one.name, one.sensor, one.from.slice(0, 19), one.to.slice(0, 19)],
            ...[one.elevationDeg, one.offNadirDeg, one.isAssumed ? "assumed" : "published"],
          ]),
        ),
      }}
    >
      <PlotView draw={draw} height={height} />
    </Chart>
  );
}

function sentenceOf(watch: WatchReply, { bloc, satellites, looks, unseen }: SiteLooksReply["blocs"][number]) {
  const who = `${blocName(watch, bloc)}: ${count(satellites, "watched satellite")}`;
  if (satellites === 0) return `${who} with a known orbit.`;
  return `${who}, ${count(looks.length, "chance")}, unseen for at most ${longestHours(unseen).toFixed(1)} h.`;
}

function dayAndHour(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)}`;
}

function marksOf(watch: WatchReply, { blocs }: SiteLooksReply): Mark[] {
  return blocs.flatMap(({ bloc, looks }) =>
    looks.map((look) => ({
      lane: blocName(watch, bloc),
      at: new Date(look.peak),
      colour: `var(${blocToken(watch, bloc)})`,
      label: `${look.name} (${look.sensor})\n${dayAndHour(look.peak)} UTC, ${look.elevationDeg.toFixed(0)}° high`,
    })),
  );
}

interface Drawn {
  readonly marks: readonly Mark[];
  readonly lanes: readonly string[];
  readonly looks: SiteLooksReply;
  readonly height: number;
  readonly width: number;
}

function looksPlot(plot: Plot, { marks, lanes, looks: { from, to }, height, width }: Drawn) {
  const place = { x: "at", y: "lane" } as const;
  const tip = { ...place, title: "label", maxRadius: 24 } as const;
  return {
    height,
    marginLeft: 24,
    marginRight: 24,
    marginTop: 16,
    marginBottom: 24,
    x: {
      type: "utc" as const,
      label: null,
      domain: [new Date(from), new Date(to)],
      tickSize: 0,
      ticks: width < 500 ? 3 : 6,
      tickFormat: (at: Date) => at.toISOString().slice(5, 16).replace("T", " ").replace(" 00:00", ""),
    },
    y: { axis: null, domain: lanes, padding: 0.65 },
    marks: [
      plot.ruleY(lanes, { stroke: "var(--line)" }),
      plot.text(lanes, {
        y: (lane: string) => lane,
        frameAnchor: "left",
        text: (lane: string) => lane,
        dy: -22,
        textAnchor: "start",
        fill: "var(--ink-quiet)",
      }),
      plot.tickX(marks, { ...place, stroke: "colour", strokeWidth: 1.5 }),
      plot.tip(marks, plot.pointer({ ...tip, fill: "var(--surface)", stroke: "var(--line-strong)" })),
    ],
    color: { type: "identity" as const },
  };
}
