import { z } from "zod";
import { site, type Site } from "./site.ts";

/** Somebody's word, with a source, on where a site is; a later one takes its place, and nothing is overwritten. */
export const siteCheck = z.object({
  site: site.shape.id,
  lat: site.shape.lat,
  lon: site.shape.lon,
  precisionKm: site.shape.precisionKm,
  /** What the coordinates were read in. */
  source: z.string().trim().min(1).max(1000),
  /** A role, not a person. */
  by: z.string().trim().min(1).max(200),
  note: z.string().trim().max(2000),
  /** ISO 8601 UTC with milliseconds. */
  at: z.string(),
});

export type SiteCheck = Readonly<z.infer<typeof siteCheck>>;

/** How sure a site's coordinates are: somebody confirmed them, they were read in the source, or they are only recalled. */
export const COORDINATES = ["confirmed", "looked up", "recalled"] as const;

/** A site where it was known to be by a day: where the last check found it, else where the watch lists it. */
export interface KnownSite extends Site {
  readonly coordinates: (typeof COORDINATES)[number];
  /** In the order they were made. */
  readonly checks: readonly SiteCheck[];
}
