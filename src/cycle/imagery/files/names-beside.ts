import { existsSync } from "node:fs";
import type { FilesBeside } from "#science/imagery/index.ts";

/** The names of the files that lie beside a picture, as GDAL and Esri call them. */
export function namesBeside(file: string): FilesBeside<string> {
  const stem = file.replace(/\.tiff?$/i, "");
  const here = (...names: readonly string[]) => names.find((name) => existsSync(name)) ?? null;
  const ending = (...ends: readonly string[]) =>
    stem === file ? null : here(...ends.flatMap((end) => [`${stem}.${end}`, `${stem}.${end.toUpperCase()}`]));
  return {
    mask: here(`${file}.msk`),
    overviews: here(`${file}.ovr`),
    world: ending("tfw", "tifw", "tiffw", "wld"),
    projection: ending("prj"),
    notes: here(`${file}.aux.xml`),
  };
}
