import { imager } from "#model/imager.ts";
import { site } from "#model/site.ts";
import { readTable } from "./read-table.ts";

const SITE_COLUMNS = [
  "id",
  "name",
  "operator",
  "country",
  "kind",
  "lat",
  "lon",
  "alt_m",
  "precision_km",
  "footprint_km",
  "status",
  "confidence",
  "known",
  "suspected",
  "gcat",
  "source",
  "verified",
] as const;

/** Reads `sites.csv`. */
export function readSites(file: string, text: string) {
  return readTable(file, text, {
    columns: SITE_COLUMNS,
    schema: site,
    valueOf: ({ lat, lon, alt_m, precision_km, footprint_km, ...cells }) => ({
      ...cells,
      lat: numberIn(lat),
      lon: numberIn(lon),
      altM: alt_m === "" ? null : numberIn(alt_m),
      precisionKm: numberIn(precision_km),
      footprintKm: numberIn(footprint_km),
    }),
    columnOf: (part) =>
      ({ altM: "alt_m", precisionKm: "precision_km", footprintKm: "footprint_km" })[part] ?? part,
  });
}

const IMAGER_COLUMNS = [
  "id",
  "name",
  "owner",
  "sensor",
  "min_off_nadir_deg",
  "max_off_nadir_deg",
  "basis",
  "source",
  "confidence",
] as const;

/** Reads `imagers.csv`. */
export function readImagers(file: string, text: string) {
  return readTable(file, text, {
    columns: IMAGER_COLUMNS,
    schema: imager,
    valueOf: ({ id, min_off_nadir_deg: min, max_off_nadir_deg: max, ...cells }) => ({
      ...cells,
      id: numberIn(id),
      minOffNadirDeg: min === "" ? null : numberIn(min),
      maxOffNadirDeg: max === "" ? null : numberIn(max),
    }),
    columnOf: (part) =>
      ({ minOffNadirDeg: "min_off_nadir_deg", maxOffNadirDeg: "max_off_nadir_deg" })[part] ?? part,
  });
}

/** What is no number stays a text, which the schema refuses. */
function numberIn(cell: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(cell) ? Number(cell) : cell;
}
