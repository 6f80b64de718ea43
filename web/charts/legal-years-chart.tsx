import { useCallback, useMemo } from "react";
import type { LegalYear } from "#model/law.ts";
import type { Law } from "../words/law.ts";
import { Chart } from "./chart.tsx";
import { type Plot, PlotView } from "./plot-view.tsx";
import "../panels/level-mark.css";

interface LegalYearsChartProps {
  readonly years: readonly LegalYear[];
  readonly covers: Law["covers"];
}

const HEIGHT = 200;

/** Upwards what was made, downwards what was unmade and what came to nothing. */
const BARS = [
  { of: "made", sign: 1, name: "binding, made", fill: "var(--level-4)" },
  { of: "unmade", sign: -1, name: "binding, unmade", fill: "var(--raises)" },
  { of: "deadlocked", sign: -1, name: "failed or stalled", fill: "var(--line-strong)" },
] as const;

/** Steps of each year; the years that nobody vouches for stand on another ground. */
export function LegalYearsChart({ years, covers }: LegalYearsChartProps) {
  const drawn = useMemo(() => everyYear(years), [years]);
  const draw = useCallback((plot: Plot, width: number) => yearsPlot(plot, drawn, width), [drawn]);
  const seen = years.filter(({ covered }) => covered !== "none");
  const [made, unmade, deadlocked] = BARS.map(({ of }) =>
    seen.reduce((total, year) => total + year[of].length, 0),
  );
  const caption = covers
    ? `In ${seen[0]!.year}–${seen.at(-1)!.year} binding instruments were made or renewed ${made} times and unmade ${unmade} times, and ${deadlocked} attempts failed or stalled. The record vouches for no other year, so counts there are not to be compared.`
    : "The record vouches for none of these years, so their counts are not to be compared.";
  return (
    <Chart
      name="law-by-year"
      caption={caption}
      source="observations known by this day"
      alt={`Steps of each year from ${drawn[0]?.year} to ${drawn.at(-1)?.year}. ${caption}`}
      table={{
        columns: ["year", ...BARS.map(({ name }) => name), "vouched for"],
        rows: years.map((year) => [
          ...[String(year.year), ...BARS.map(({ of }) => year[of].length)],
          year.covered === "none" ? "no" : year.covered === "part" ? "in part" : "yes",
        ]),
      }}
    >
      <ul className="level-key" aria-hidden="true">
        {BARS.map(({ name, fill }) => (
          <li key={name}>
            <span className="level-swatch" style={{ background: fill }} />
            {name}
          </li>
        ))}
      </ul>
      <PlotView draw={draw} height={HEIGHT} />
    </Chart>
  );
}

/** The years without a step too, so that time runs evenly. */
function everyYear(years: readonly LegalYear[]): LegalYear[] {
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? -1];
  const known = new Map(years.map((year) => [year.year, year]));
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    return known.get(year) ?? { year, made: [], unmade: [], deadlocked: [], covered: "none" };
  });
}

function yearsPlot(plot: Plot, years: readonly LegalYear[], width: number) {
  const bars = years.flatMap((year) =>
    BARS.map(({ of, sign, fill }) => ({ year: year.year, steps: sign * year[of].length, fill })),
  );
  const blind = years.filter(({ covered }) => covered === "none").map(({ year }) => year);
  const most = Math.max(2, ...years.map(({ unmade, deadlocked }) => unmade.length + deadlocked.length));
  const every = width < 640 ? 20 : 10;
  return {
    height: HEIGHT,
    ...{ marginLeft: 24, marginBottom: 24, marginTop: 16 },
    x: {
      type: "band" as const,
      ...{ label: null, tickSize: 0, padding: 0.15, domain: years.map(({ year }) => year) },
      tickFormat: String,
      ticks: years.map(({ year }) => year).filter((year) => year % every === 0),
    },
    y: {
      ...{ label: null, tickSize: 0, domain: [-most, Math.max(2, ...years.map(({ made }) => made.length))] },
      tickFormat: (n: number) => String(Math.abs(n)),
      ticks: most + 2,
      interval: 1,
    },
    color: { type: "identity" as const },
    marks: [
      plot.barY(blind, {
        x: (year: number) => year,
        ...{ y1: -most, y2: Math.max(2, ...years.map(({ made }) => made.length)) },
        ...{ fill: "var(--sunken)", insetLeft: -2, insetRight: -2 },
      }),
      plot.barY(bars, { x: "year", y: "steps", fill: "fill" }),
      plot.ruleY([0], { stroke: "var(--line-strong)" }),
      ...(blind.length > 0
        ? [
            plot.text([blind[0]!], {
              ...{ x: (year: number) => year, frameAnchor: "top", textAnchor: "start", dx: 2, dy: -12 },
              text: () => "not vouched for",
            }),
          ]
        : []),
    ],
  };
}
