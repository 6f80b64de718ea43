import type { Day } from "#model/day.ts";
import type { Site } from "#model/site.ts";
import type { KnownSite, SiteCheck } from "#model/site-check.ts";
import { siteChecks } from "#store/index.ts";
import type { World } from "../world.ts";

/** The sites of the watch where they were known to be by a day. */
export async function sitesKnown({ store, watch }: World, known: Day): Promise<KnownSite[]> {
  const all = await siteChecks(store, known);
  return watch.sites.map((site) =>
    asChecked(
      site,
      all.filter((check) => check.site === site.id),
    ),
  );
}

/** One of them; null where the watch has no such site. */
export async function siteKnown(world: World, id: string, known: Day): Promise<KnownSite | null> {
  return (await sitesKnown(world, known)).find((site) => site.id === id) ?? null;
}

function asChecked(site: Site, checks: readonly SiteCheck[]): KnownSite {
  const last = checks.at(-1);
  if (last === undefined) {
    return { ...site, coordinates: site.verified === "recall" ? "recalled" : "looked up", checks };
  }
  const { lat, lon, precisionKm } = last;
  return { ...site, lat, lon, precisionKm, coordinates: "confirmed", checks };
}
