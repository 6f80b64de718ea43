import { InputError, type InputIssue } from "#model/input-error.ts";
import type { Geodetic } from "#science/earth/index.ts";
import { fieldPlace, missingColumns, readCsv } from "#science/text/tables/index.ts";
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
  const { header, faults, rows } = readCsv(readText(file));
  const headerFaults = faults.length > 0 ? faults : missingColumns(header, ["id", "lat", "lon"]);
  const issues: InputIssue[] = headerFaults.map((fault) => ({ file, ...fault }));
  const sites: SiteGiven[] = [];
  for (const row of headerFaults.length > 0 ? [] : rows) {
    const cell = (name: string) => ("wrong" in row ? "" : (row.fields[header.fields.indexOf(name)] ?? ""));
    const alt = cell("alt_m");
    const site =
      "wrong" in row ? null : siteOf(cell("id"), [cell("lat"), cell("lon"), ...(alt ? [alt] : [])]);
    if (site !== null) sites.push(site);
    else if ("wrong" in row) issues.push({ file, ...row });
    else
      issues.push({
        file,
        ...fieldPlace(row, header.fields.indexOf("lat")),
        ...noSite(cell("lat"), cell("lon")),
      });
  }
  if (issues.length > 0) throw new InputError(issues);
  if (sites.length === 0)
    throw new InputError([{ file, wrong: "no site", right: "expected a row for each site" }]);
  return sites;
}

function noSite(lat: string, lon: string) {
  return {
    wrong: `lat,lon is "${lat},${lon}"`,
    right: "expected degrees from -90 to 90 and from -360 to 360, and alt_m in metres",
  };
}
