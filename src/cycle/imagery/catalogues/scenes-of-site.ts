import type { Day } from "#model/day.ts";
import { sceneSearch, type SceneFound, type SceneSearch } from "#model/scene-found.ts";
import type { Site } from "#model/site.ts";
import type { ImageryItem } from "#science/imagery/index.ts";
import { addCapture, capturesFrom } from "#store/index.ts";
import type { World } from "../../world.ts";
import { captureOfSite } from "../pack-picture.ts";

type Asked = Omit<SceneSearch, "site" | "searchedAt" | "scenes">;

/** Keeps what a search found of a site: the timeline of a later day shows it, that of an earlier one does not. */
export async function keepScenes(
  { store, now }: World,
  { id }: Site,
  asked: Asked,
  items: readonly ImageryItem[],
): Promise<SceneSearch> {
  const fetchedAt = now();
  const kept = { ...asked, site: id, searchedAt: fetchedAt, scenes: items.flatMap(sceneIn) };
  const bytes = new TextEncoder().encode(JSON.stringify(kept));
  const url = `tocsin:scenes/${id}/${asked.provider}.json`;
  await addCapture(store, captureOfSite(scenesSource(id), url, { mediaType: JSON_TYPE, bytes, fetchedAt }));
  return kept;
}

/** Which scenes catalogues were known to have of a site by a day, and when they were last asked; null where never. */
export interface ScenesKnown {
  readonly lastSearched: string | null;
  /** In order of time; a scene that was found again stands once, as it was told last. */
  readonly scenes: readonly SceneFound[];
}

export async function scenesKnown({ store }: World, { id }: Site, known: Day): Promise<ScenesKnown> {
  const captures = await capturesFrom(store, scenesSource(id), JSON_TYPE);
  const searches = captures
    .filter(({ fetchedAt }) => fetchedAt.slice(0, 10) <= known)
    .map(({ bytes }) => sceneSearch.parse(JSON.parse(new TextDecoder().decode(bytes))));
  const scenes = new Map(searches.flatMap((search) => search.scenes.map((scene) => [scene.id, scene])));
  return {
    lastSearched: searches.at(-1)?.searchedAt ?? null,
    scenes: [...scenes.values()].sort((a, b) => (a.datetime < b.datetime ? -1 : 1)),
  };
}

const JSON_TYPE = "application/json";

function scenesSource(site: string): string {
  return `scenes/${site}`;
}

/** An item without a time has no place in a timeline. */
function sceneIn(item: ImageryItem): SceneFound[] {
  const { id, collection, datetime, platform, cloudPercent, sunElevationDeg } = item;
  const { passDirection, relativeOrbit, assets } = item;
  if (datetime === null) return [];
  return [
    {
      ...{ id, collection, datetime, platform, cloudPercent },
      sunElevationDeg,
      passDirection,
      relativeOrbit,
      classesAt: assets["scl"]?.href ?? null,
    },
  ];
}
