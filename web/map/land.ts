import { geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import type { FeatureCollection, MultiLineString, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import { loadWorld } from "./world.ts";

/** Land and inland borders in degrees, Natural Earth 1:50m. */
export interface Land {
  readonly land: FeatureCollection;
  readonly borders: MultiLineString;
}

export async function loadLand(): Promise<Land> {
  const world = await loadWorld();
  return {
    land: cutAtAntimeridian(feature(world, world.objects.land) as FeatureCollection),
    borders: mesh(world, world.objects.countries, (a, b) => a !== b),
  };
}

/** d3 cuts what crosses 180° when it projects; at this scale the projection is degrees with y downwards. */
export function cutAtAntimeridian(shapes: FeatureCollection): FeatureCollection {
  const degrees = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0);
  return upright(geoProject(shapes, degrees)) as FeatureCollection;
}

function upright(value: unknown): unknown {
  if (!isPositions(value)) {
    if (Array.isArray(value)) return value.map(upright);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, upright(inner)]));
  }
  return value.map(([x, y]) => [clamp(x!, 180), clamp(-y!, 90)]);
}

function isPositions(value: unknown): value is Position[] {
  return Array.isArray(value) && Array.isArray(value[0]) && typeof value[0][0] === "number";
}

const clamp = (x: number, most: number) => Math.max(-most, Math.min(most, x));
