import type { Figure } from "#model/brief.ts";
import { openLayer } from "../../address/use-address.ts";
import { Chart } from "../../charts/chart.tsx";
import { FanChart } from "../../charts/fan-chart.tsx";
import { HeatMap } from "../../charts/heat-map.tsx";
import { BriefPictures } from "./brief-pictures.tsx";
import { TickChart } from "../tick-chart.tsx";
import type { Level } from "#model/indicator.ts";

/** A figure of a brief, drawn by the same charts as the pages. */
export function BriefFigure({ figure }: { readonly figure: Figure }) {
  if (figure.type === "pictures") return <BriefPictures figure={figure} />;
  if (figure.type === "fan") return <FanChart figure={figure} />;
  return figure.type === "heat" ? <BriefHeat figure={figure} /> : <BriefTimeline figure={figure} />;
}

function BriefHeat({ figure }: { readonly figure: Extract<Figure, { type: "heat" }> }) {
  const rows = figure.rows.map(({ id, label, levels }) => ({ id, label, levels: levels.map(levelIn) }));
  return (
    <Chart
      name="brief-levels"
      caption={figure.caption}
      source="indicator readings behind this brief"
      alt={figure.caption}
      table={{
        columns: ["indicator", ...figure.months],
        rows: rows.map(({ label, levels }) => [label, ...levels]),
      }}
      isInteractive
    >
      <HeatMap months={figure.months} rows={rows} onOpen={(id) => openLayer({ kind: "indicator", id })} />
    </Chart>
  );
}

function BriefTimeline({ figure }: { readonly figure: Extract<Figure, { type: "timeline" }> }) {
  const days = figure.marks.map(({ on }) => on).sort();
  if (days.length === 0) return null;
  return (
    <TickChart
      name="brief-timeline"
      caption={figure.caption}
      source="observations behind this brief"
      alt={figure.caption}
      by="lane"
      ticks={figure.marks.map((mark) => ({ ...mark, colour: "var(--accent)" }))}
      lanes={[...new Set(figure.marks.map(({ lane }) => lane))]}
      from={days[0]!}
      to={days.at(-1)!}
    />
  );
}

const levelIn = (level: number | null): Level => (level === null ? "unknown" : (level as Level));
