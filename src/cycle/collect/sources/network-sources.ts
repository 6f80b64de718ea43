import type { NetworkSource } from "../network-source.ts";
import { celestrakSources } from "./celestrak.ts";
import { gcatSource } from "./gcat-source.ts";
import { spaceTrackSource } from "./space-track.ts";

/** Every source on the network there is; none is asked unless it is switched on. */
export const NETWORK_SOURCES: readonly NetworkSource[] = [...celestrakSources, gcatSource, spaceTrackSource];
