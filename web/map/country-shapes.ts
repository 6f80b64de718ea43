import type { MultiPolygon } from "geojson";
import codes from "i18n-iso-countries/codes.json";
import { merge } from "topojson-client";
import { loadWorld, type World } from "./world.ts";

/** Each country's shape by its ISO alpha-3 code; "" is all land whose status gives it no code. */
export type CountryShapes = ReadonlyMap<string, MultiPolygon>;

const ALPHA_3 = new Map(codes.map(([, alpha3, numeric]) => [numeric!, alpha3!]));

export async function loadCountryShapes(): Promise<CountryShapes> {
  return countryShapes(await loadWorld());
}

/** One shape for each code, even where the atlas draws outlying islands apart. */
export function countryShapes(world: World): CountryShapes {
  const byCode = Map.groupBy(world.objects.countries.geometries, ({ id }) => ALPHA_3.get(String(id)) ?? "");
  return new Map([...byCode].map(([code, parts]) => [code, merge(world, parts)]));
}
