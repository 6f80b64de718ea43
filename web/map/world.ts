import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import worldUrl from "world-atlas/countries-50m.json?url";

type Country = Polygon | MultiPolygon;

/** Natural Earth 1:50m, as the atlas has it; a country's `id` is its numeric ISO 3166 code. */
export type World = Topology<{
  countries: { type: "GeometryCollection"; geometries: Country[] };
  land: GeometryCollection;
}>;

export async function loadWorld(): Promise<World> {
  return (await (await fetch(worldUrl)).json()) as World;
}
