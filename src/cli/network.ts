import { setTimeout as sleep } from "node:timers/promises";
import type { Watch } from "#model/watch.ts";
import { sourceNamed } from "../cycle/network/collect-sources.ts";
import type { Network } from "../cycle/network/network.ts";
import { guardedFetch } from "../cycle/network/guarded-fetch.ts";
import { FORMAT_NAMES } from "../cycle/network/format-names.ts";
import { namedSource } from "../cycle/network/named-source.ts";
import { type Config, listIn } from "./config.ts";
import { WrongUse } from "./failure.ts";
import type { NetworkOptions } from "./network-options.ts";
import { numberIn, oneOf } from "./options.ts";

/** A host that is allowed by name is the reader's own; others are not asked for the same again within this. */
const NAMED_EVERY_MINUTES = 15;

/** The network of a command; undefined, and nothing is asked, where no source is switched on. */
export function networkOf(options: NetworkOptions, config: Config, watch: Watch): Network | undefined {
  const allowedHosts = [...config.allowedHosts, ...listIn(options["allow-host"])];
  const named = namedIn(options, allowedHosts);
  const sources =
    options.source === undefined && named.length === 0
      ? [...config.sources, ...(watch.collect ?? [])]
      : [...listIn(options.source), ...named.map(({ id }) => id)];
  if (sources.length === 0) return undefined;
  const patienceMs = secondsIn(options.patience ?? "120") * 1000;
  const network: Network = {
    fetch: guardedFetch(allowedHosts),
    random: Math.random,
    sleep: (ms) => sleep(ms),
    patienceMs,
    mostWaitMs: Math.min(patienceMs, 60_000),
    sources: [...new Set(sources)],
    named,
    ...(options.pages !== undefined && {
      mostPages: numberIn("pages", options.pages, { least: 0, most: 10 }),
    }),
    isRetry: options.retry ?? false,
    ...(options.base !== undefined && { base: baseIn(options.base) }),
    accounts: config.spaceTrack ? { "space-track-gp": config.spaceTrack } : {},
  };
  for (const id of sources) sourceNamed({ watch, network }, id);
  return network;
}

function namedIn({ feed, format }: NetworkOptions, allowedHosts: readonly string[]): Network["named"] {
  if (feed === undefined) return [];
  const url = URL.parse(feed);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new WrongUse(
      `--feed is "${feed}"; an http or https address without an account in it would be right`,
    );
  }
  const name = oneOf("format", format ?? "rss", FORMAT_NAMES);
  return [namedSource(url, name, allowedHosts.includes(url.hostname) ? 0 : NAMED_EVERY_MINUTES)];
}

function baseIn(text: string): URL {
  if (URL.canParse(text) && /^https?:/.test(text)) return new URL(text.endsWith("/") ? text : `${text}/`);
  throw new WrongUse(
    `--base is "${text}"; an address such as https://mirror.example/celestrak/ would be right`,
  );
}

function secondsIn(text: string): number {
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 3600) return seconds;
  throw new WrongUse(`--patience is "${text}"; seconds from 1 to 3600 would be right`);
}
