/** The package brings no types; this is the part that is used. */
declare module "d3-geo-projection" {
  import type { GeoProjection } from "d3-geo";
  import type { FeatureCollection } from "geojson";

  /** Projects and clips shapes as d3 would draw them. */
  export function geoProject(shapes: FeatureCollection, projection: GeoProjection): FeatureCollection;
}
