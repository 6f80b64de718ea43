import type { Source } from "#model/source.ts";
import type { NetworkSource } from "../network-source.ts";
import { catalogueSource } from "./catalogue-source.ts";
import { celestrakSources } from "./celestrak.ts";
import { gcatSource } from "./gcat-source.ts";
import { gdeltSource } from "./gdelt-source.ts";
import { spaceTrackSource } from "./space-track.ts";

/** The sources every watch has. */
export const NETWORK_SOURCES: readonly NetworkSource[] = [
  ...celestrakSources,
  gcatSource,
  spaceTrackSource,
  gdeltSource,
];

/** Every source on the network there is, with those of a watch's catalogue; none is asked unless it is switched on. */
export function sourcesOf(catalogue: readonly Source[]): readonly NetworkSource[] {
  const own = catalogue.map(catalogueSource).flatMap((source) => ("why" in source ? [] : [source]));
  return [...NETWORK_SOURCES, ...own];
}
