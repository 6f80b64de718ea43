import { useCallback } from "react";
import type { BeltReply, WatchReply } from "../../src/api/contract.ts";
import { Chart } from "../charts/chart.tsx";
import { type Plot, PlotView } from "../charts/plot-view.tsx";
import { actorBloc, blocToken } from "../words/bloc.ts";
import { count } from "../words/dates.ts";
import { beltPlot, BELT_HEIGHT } from "./belt-plot.ts";
import { longitudeInWords } from "./longitude.ts";

interface BeltChartProps {
  readonly watch: WatchReply;
  readonly belt: BeltReply;
}

/** Where the followed satellites stood in the belt over the years, with the guarded ones they stood beside. */
export function BeltChart({ watch, belt }: BeltChartProps) {
  const draw = useCallback(
    (plot: Plot, width: number) => {
      const colourOf = (actor: string) => `var(${blocToken(watch, actorBloc(watch, actor))})`;
      return beltPlot(plot, belt, colourOf, width);
    },
    [watch, belt],
  );
  const stays = belt.objects.flatMap((object) => object.stays.map((stay) => ({ object, stay })));
  const told = belt.objects.map(sentenceOf).join(" ");
  return (
    <Chart
      name="belt"
      caption={`${told} Lines: stays and the way between them; names: guarded satellites within 0.2°.`}
      source="element sets known by this day; the watch's objects.csv"
      alt={`Longitude in the geostationary belt over time. ${told}`}
      table={{
        columns: ["satellite", "from", "to", "longitude", "beside, ° apart"],
        rows: stays.map(({ object, stay }) => [
          object.name,
          day(stay.fromMs),
          day(stay.toMs),
          longitudeInWords(stay.lonDeg),
          stay.neighbours.map(({ name, minDeg }) => `${name} ${minDeg.toFixed(2)}`).join(", ") ||
            "nobody guarded",
        ]),
      }}
    >
      <PlotView draw={draw} height={BELT_HEIGHT} />
    </Chart>
  );
}

function sentenceOf({ name, stays }: BeltReply["objects"][number]): string {
  const beside = new Set(stays.flatMap(({ neighbours }) => neighbours.map(({ id }) => id))).size;
  const last = stays.at(-1)!;
  return `${name}: ${count(stays.length, "stay")}, beside ${count(beside, "guarded satellite")}, last at ${longitudeInWords(last.lonDeg)} until ${day(last.toMs)}.`;
}

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
