import { InputError, type InputIssue } from "#model/input-error.ts";
import type { Geodetic } from "#science/earth/index.ts";
import { fieldPlace, missingColumns, readCsv, type CsvRow } from "#science/text/tables/index.ts";
import { WrongUse } from "../../failure.ts";
import { readText } from "../../read-file.ts";

export const SITES = {
  site: { takes: "LAT,LON[,ALT_M]", summary: "degrees north and east, metres over the ellipsoid" },
  sites: { takes: "FILE", summary: "a CSV of sites with the columns id, lat, lon and, if you like, alt_m" },
} as const;

/** A place that was asked about; one given by itself has no id. */
export interface SiteGiven extends Geodetic {
  readonly id: string | null;
}

/** The sites of `--site` or `--sites`. WrongUse when neither is given well, InputError for a row that is no site. */
export function sitesIn({ site, sites }: { readonly site?: string; readonly sites?: string }): SiteGiven[] {
  if (site !== undefined && sites === undefined) return [siteIn(site)];
  if (sites !== undefined && site === undefined) return readSites(sites);
  throw new WrongUse("needs --site LAT,LON[,ALT_M] or --sites FILE, one of them");
}

/** The site of `--site LAT,LON[,ALT_M]`, or of another option; WrongUse when it is none. */
export function siteIn(text: string, option = "site"): SiteGiven {
  const cells = text.split(",");
  const read = cells.length === 2 || cells.length === 3 ? siteOf(null, cells) : null;
  if (read !== null) return read;
  throw new WrongUse(
    `--${option} is "${text}"; degrees north, degrees east and, if you like, metres, such as 40.96,100.29,1000 would be right`,
  );
}

function siteOf(id: string | null, cells: readonly string[]): SiteGiven | null {
  const isNumber = cells.every((cell) => /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(cell));
  const [latDeg = NaN, lonDeg = NaN, altM = 0] = cells.map(Number);
  if (!isNumber || Math.abs(latDeg) > 90 || Math.abs(lonDeg) > 360 || Math.abs(altM) > 100_000) return null;
  return { id, latDeg, lonDeg, altKm: altM / 1000 };
}

function readSites(file: string): SiteGiven[] {
  const { header: written, faults, rows } = readCsv(readText(file));
  const header = { ...written, fields: written.fields.map((name) => name.trim()) };
  const headerFaults = faults.length > 0 ? faults : missingColumns(header, ["id", "lat", "lon"]);
  if (headerFaults.length > 0) throw new InputError(headerFaults.map((fault) => ({ file, ...fault })));
  const ids = new Set<string>();
  const read = [...rows].map((row) => ("wrong" in row ? row : siteInRow(row, header.fields, ids)));
  const issues = read.filter((one) => "wrong" in one);
  if (issues.length > 0) throw new InputError(issues.map((issue): InputIssue => ({ file, ...issue })));
  if (read.length === 0)
    throw new InputError([{ file, wrong: "no site", right: "expected a row for each site" }]);
  return read.filter((one) => "latDeg" in one);
}

/** The site of a row, or what is wrong there; its id joins those that are taken. */
function siteInRow(
  row: CsvRow,
  columns: readonly string[],
  ids: Set<string>,
): SiteGiven | Omit<InputIssue, "file"> {
  const cell = (name: string) => row.fields[columns.indexOf(name)]?.trim() ?? "";
  const [id, ...place] = ["id", "lat", "lon", "alt_m"].map(cell);
  const told = place.filter((said, k) => k < 2 || said !== "");
  const site = siteOf(id!, told);
  const at = (name: string) => fieldPlace(row, columns.indexOf(name));
  if (site === null) {
    const right = "expected degrees from -90 to 90 and from -360 to 360, and metres up to 100000";
    const names = told.length > 2 ? "lat,lon,alt_m" : "lat,lon";
    return { ...at("lat"), wrong: `${names} is "${told.join(",")}"`, right };
  }
  if (id === "") return { ...at("id"), wrong: "id is empty", right: "expected a name" };
  if (ids.has(id!)) return { ...at("id"), wrong: `a second "${id}"`, right: "expected each id once" };
  ids.add(id!);
  return site;
}
