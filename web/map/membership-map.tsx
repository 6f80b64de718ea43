import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Day } from "#model/day.ts";
import { Chart } from "../charts/chart.tsx";
import { type Plot, PlotView } from "../charts/plot-view.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { type Standing, standingCounts, standingOf } from "../words/standing.ts";
import { type CountryShapes, loadCountryShapes } from "./country-shapes.ts";
import { MembershipKey } from "./membership-key.tsx";
import { membershipPlot } from "./membership-plot.ts";

interface MembershipMapProps {
  readonly standing: Standing;
  readonly nameOf: ReadonlyMap<string, string>;
  readonly on: Day;
  /** Of each framework, in their order. */
  readonly colours: readonly string[];
}

/** The world, each state filled by the frameworks it is in. */
export function MembershipMap(props: MembershipMapProps) {
  const query = useQuery({
    queryKey: ["country-shapes"],
    queryFn: loadCountryShapes,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Loaded query={query} lines={8}>
      {(shapes) => <Drawn {...props} shapes={shapes} />}
    </Loaded>
  );
}

interface DrawnProps extends MembershipMapProps {
  readonly shapes: CountryShapes;
}

function Drawn({ standing, nameOf, on, colours, shapes }: DrawnProps) {
  const { frameworks } = standing;
  const names = useMemo(() => [...nameOf], [nameOf]);
  const draw = useCallback(
    (plot: Plot, width: number) => {
      const states = names.flatMap(([id, name]) => {
        const shape = shapes.get(id);
        const label = `${name}: ${standingOf(frameworks, id)}`;
        const isIn = frameworks.map(({ members }) => members.some(({ state }) => state === id));
        return shape ? [{ shape, label, isIn }] : [];
      });
      const listed = new Set([...names.map(([id]) => id), ANTARCTICA]);
      const others = [...shapes].filter(([id]) => !listed.has(id)).map(([, shape]) => shape);
      return membershipPlot(plot, width, states, others, colours);
    },
    [names, frameworks, shapes, colours],
  );
  const undrawn = names.filter(([id]) => !shapes.has(id));
  const tooSmall = undrawn.map(([id, name]) => `${name} (in ${standingOf(frameworks, id)})`).join(", ");
  const told = `${names.length} states by ${on}: ${standingCounts(standing)}.`;
  return (
    <Chart
      name="membership-map"
      caption={`${told} A dot is a state too small to show its fill${
        tooSmall && `; too small to draw: ${tooSmall}`
      }. Dashed: land that is none of these states.`}
      source="accessions known by this day; Natural Earth 1:50m, whose borders are no statement on any claim"
      alt={`World map. ${told}`}
      table={{
        columns: ["state", "name", "in"],
        rows: names.map(([id, name]) => [id, name, standingOf(frameworks, id)]),
      }}
    >
      <MembershipKey names={frameworks.map(({ name }) => name)} colours={colours} />
      <PlotView draw={draw} height={140} />
    </Chart>
  );
}

/** Left off: it is no state, and would take a fifth of the map. */
const ANTARCTICA = "ATA";
