import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { InputError } from "#model/input-error.ts";
import type { PlaceEntry } from "#science/text/index.ts";
import { readYaml } from "./read-yaml.ts";

const FILE = z.object({
  sites: z.record(z.string(), z.string()),
  cities: z.record(z.string(), z.string()),
});

/** The places of `DIR/places.yaml`, none where there is no such file; InputError where a line has no coordinates. */
export function readPlaces(folder: string): PlaceEntry[] {
  const file = path.join(folder, "places.yaml");
  if (!existsSync(file)) return [];
  const { sites, cities } = readYaml(file, FILE);
  return [
    ...Object.entries(sites).map(([name, line]) => placeOf(file, name, line, true)),
    ...Object.entries(cities).map(([name, line]) => placeOf(file, name, line, false)),
  ];
}

function placeOf(file: string, name: string, line: string, isSite: boolean): PlaceEntry {
  const [en = "", ru = "", zh = "", position = ""] = line.split("|").map((cell) => cell.trim());
  const [lat, lon] = position.split(",").map((cell) => (cell.trim() === "" ? Number.NaN : Number(cell)));
  if (lat === undefined || lon === undefined || !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
    throw new InputError([
      { file, wrong: `${name}: no place at "${position}"`, right: "expected latitude, longitude in degrees" },
    ]);
  }
  const namesOf = (cell: string) => cell.split(";").map((one) => one.trim());
  return { name, lat, lon, isSite, names: { en: namesOf(en), ru: namesOf(ru), zh: namesOf(zh) } };
}
