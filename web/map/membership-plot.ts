import { geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import type { MultiPolygon } from "geojson";
import type { Plot } from "../charts/plot-view.tsx";

export interface MappedState {
  readonly shape: MultiPolygon;
  readonly label: string;
  /** Whether it is in each framework. */
  readonly isIn: readonly boolean[];
}

interface Small extends MappedState {
  readonly at: [longitude: number, latitude: number];
}

/** All inhabited latitudes. */
const FRAME = {
  type: "MultiPoint" as const,
  coordinates: [
    [-168.9, 0],
    [190.9, 0],
    [11, 84],
    [11, -56],
  ],
};
/** Longitude of both edges: in the Bering Strait, so that neither Russia nor Fiji is torn apart. */
const SEAM = 191;

/** The first framework fills plainly; every other lies in stripes above it, so that both show. */
export function membershipPlot(
  plot: Plot,
  width: number,
  states: readonly MappedState[],
  others: readonly MultiPolygon[],
  colours: readonly string[],
) {
  const projection = geoEqualEarth()
    .rotate([180 - SEAM, 0])
    .fitWidth(width, FRAME);
  const path = geoPath(projection);
  const dotPx = Math.min(4, Math.max(2, width / 250));
  // A fill of less than a quarter of a dot cannot be told from its outline.
  const small = states
    .filter(({ shape }) => path.area(shape) < (Math.PI * dotPx ** 2) / 4)
    .map((state) => ({ ...state, at: geoCentroid(state.shape) }));
  const line = { stroke: "var(--line-strong)", strokeWidth: 0.5 };
  const area = { ...line, geometry: "shape", title: "label" };
  const dot = {
    x: ({ at }: Small) => at[0],
    y: ({ at }: Small) => at[1],
    title: "label",
    stroke: line.stroke,
  };
  const fill = ({ isIn }: MappedState) => (isIn[0] ? colours[0]! : "var(--sunken)");
  const above = colours.map((colour, k) => ({ colour, k })).slice(1);
  return {
    height: Math.ceil(path.bounds(FRAME)[1][1]),
    projection,
    color: { type: "identity" as const },
    marks: [
      () => stripes(colours),
      plot.geo(others, { ...line, strokeDasharray: "2,2" }),
      plot.geo(states, { ...area, fill }),
      ...above.map(({ k }) => plot.geo(inFramework(states, k), { ...area, fill: `url(#${stripesId(k)})` })),
      plot.dot(small, { ...dot, r: dotPx, fill }),
      ...above.map(({ colour, k }) =>
        plot.dot(inFramework(small, k), { ...dot, r: dotPx / (k + 1), fill: colour }),
      ),
    ],
  };
}

function inFramework<S extends MappedState>(states: readonly S[], k: number): S[] {
  return states.filter(({ isIn }) => isIn[k]);
}

const stripesId = (k: number) => `membership-stripes-${k}`;

/** A pattern for each framework after the first: its colour between lines of the ground. */
function stripes(colours: readonly string[]): SVGElement {
  const defs = svg("defs", {});
  for (const [k, colour] of colours.entries()) {
    if (k === 0) continue;
    const pattern = svg("pattern", {
      id: stripesId(k),
      width: 7,
      height: 7,
      patternUnits: "userSpaceOnUse",
      patternTransform: `rotate(${45 * k})`,
    });
    pattern.append(
      svg("rect", { width: 5, height: 7, fill: "var(--surface)" }),
      svg("rect", { x: 1, width: 3, height: 7, fill: colour }),
    );
    defs.append(pattern);
  }
  return defs;
}

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
