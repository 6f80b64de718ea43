import { siteCheck, type SiteCheck } from "#model/site-check.ts";
import { appendSiteCheck } from "#store/index.ts";
import type { World } from "../world.ts";
import { siteKnown } from "./sites-known.ts";

/** What somebody says of where a site is; without a place, that it is where it is told to be. */
export interface ConfirmationGiven {
  readonly site: string;
  readonly at: { readonly lat: number; readonly lon: number; readonly precisionKm: number } | null;
  readonly source: string;
  readonly by: string;
  readonly note: string;
}

/** Keeps who found where a site is, when and in which source. Null where the watch has no such site. */
export async function confirmSite(world: World, given: ConfirmationGiven): Promise<SiteCheck | null> {
  const at = world.now();
  const site = await siteKnown(world, given.site, at.slice(0, 10));
  if (site === null) return null;
  const { lat, lon, precisionKm } = given.at ?? site;
  const check = siteCheck.parse({ ...given, lat, lon, precisionKm, at });
  await appendSiteCheck(world.store, check);
  return check;
}
