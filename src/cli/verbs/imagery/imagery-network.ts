import path from "node:path";
import type { CatalogueNetwork } from "../../../cycle/imagery/catalogues/ask-catalogue.ts";
import { circuitBreaker } from "../../../cycle/imagery/catalogues/circuit-breaker.ts";
import type { PictureNetwork } from "../../../cycle/imagery/files/read-picture.ts";
import {
  copernicusSigning,
  planetaryComputerSigning,
  signedInTurn,
} from "../../../cycle/imagery/catalogues/store-tokens.ts";
import { guardedFetch } from "../../../cycle/network/guarded-fetch.ts";
import { type Config, listIn } from "../../config.ts";
import { numberIn } from "../../options.ts";

/** What a command may say about servers of catalogues. */
export const CATALOGUE_NETWORK = {
  "allow-host": { takes: "HOSTS", summary: "hosts on this machine or a local network that may be asked" },
  patience: { takes: "SECONDS", summary: "give up on a reply after that long (30 unless given)" },
} as const;

/** What a command may say about servers of pictures. */
export const IMAGERY_NETWORK = {
  ...CATALOGUE_NETWORK,
  cache: {
    takes: "DIR",
    summary: "where fetched stretches are kept (the folder imagery of TOCSIN_HOME unless given)",
  },
  fresh: { summary: "take nothing from the cache and keep nothing in it" },
} as const;

interface Options {
  readonly "allow-host"?: string;
  readonly patience?: string;
  readonly cache?: string;
  readonly fresh?: true;
}

const DAY_MS = 86_400_000;
const MOST_BYTES = 2 ** 30;

/** The network for catalogues: one that failed eight times in a row is left alone for a minute. */
export function catalogueNetwork(options: Options, config: Config, nowMs: () => number): CatalogueNetwork {
  const { fetch, patience } = imageryNetwork(options, config, nowMs);
  return { fetch, patience, nowMs, breaker: circuitBreaker({ most: 8, restMs: 60_000, nowMs }) };
}

/** The network for pictures: connections are kept, replies bounded in time, and stretches kept on this machine. */
export function imageryNetwork(options: Options, config: Config, nowMs: () => number): PictureNetwork {
  const seconds = numberIn("patience", options.patience ?? "30", { least: 0.05, most: 3600 });
  const folder = options.cache ?? path.join(config.home, "imagery");
  const fetch = guardedFetch([...config.allowedHosts, ...listIn(options["allow-host"])], {
    keepAlive: true,
    silenceMs: seconds * 1000 + 1000,
  });
  const patience = { replyMs: seconds * 1000, attempts: 4, pauseMs: 500, random: Math.random };
  const network = { fetch, patience, nowMs };
  return {
    ...network,
    sign: signedInTurn([
      planetaryComputerSigning(network),
      ...(config.copernicus ? [copernicusSigning(network, config.copernicus)] : []),
    ]),
    cache: options.fresh ? null : { folder, mostBytes: MOST_BYTES, freshMs: DAY_MS, nowMs },
  };
}
