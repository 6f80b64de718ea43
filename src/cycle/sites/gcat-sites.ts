import type { Site } from "#model/site.ts";
import { groundDistanceKm } from "#science/earth/index.ts";

/** A place in McDowell's General Catalog (GCAT). */
export interface GcatSite {
  readonly code: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** Kilometres: the catalogue tells degrees. */
  readonly errorKm: number;
}

const KM_PER_DEGREE = 111.2;
const NEEDED = ["Site", "Name", "Longitude", "Latitude", "Error"] as const;

/**
 * Reads `sites.tsv` of GCAT: tab-separated, the first line names the columns, further lines with # are remarks, `-`
 * means nothing. Places without coordinates are left out; RangeError where a column is absent.
 */
export function readGcatSites(text: string): GcatSite[] {
  const [first = "", ...lines] = text.split(/\r?\n/);
  const columns = first.replace(/^#/, "").split("\t");
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new RangeError(`a first line with the column ${missing.join(", ")}`);
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      const cells = line.split("\t").map((cell) => cell.trim());
      const cell = (name: (typeof NEEDED)[number]) => cells[columns.indexOf(name)] ?? "";
      const [lat, lon, error] = [Number(cell("Latitude")), Number(cell("Longitude")), Number(cell("Error"))];
      if (Number.isNaN(lat + lon + error)) return [];
      return [{ code: cell("Site"), name: cell("Name"), lat, lon, errorKm: error * KM_PER_DEGREE }];
    });
}

/** How far a site of the watch lies from where GCAT has it; null where GCAT does not have it. */
export interface SiteAgreement {
  readonly site: string;
  readonly gcat: string;
  readonly apartKm: number | null;
  /** What both say that they do not know, and the site's own ground. */
  readonly allowedKm: number | null;
  readonly agrees: boolean;
}

/** Compares the sites that name a place in GCAT with it. */
export function agreementWithGcat(sites: readonly Site[], catalogue: readonly GcatSite[]): SiteAgreement[] {
  const named = sites.filter(({ gcat }) => gcat !== "");
  return named.map((site) => {
    const there = catalogue.find(({ code }) => code === site.gcat);
    if (there === undefined)
      return { site: site.id, gcat: site.gcat, apartKm: null, allowedKm: null, agrees: false };
    const apartKm = groundDistanceKm(site, there);
    const allowedKm = there.errorKm + site.precisionKm + site.footprintKm;
    return { site: site.id, gcat: site.gcat, apartKm, allowedKm, agrees: apartKm <= allowedKm };
  });
}
