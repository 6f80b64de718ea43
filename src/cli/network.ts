import type { Watch } from "#model/watch.ts";
import { type Network, sourceNamed } from "../cycle/network/collect-sources.ts";
import { guardedFetch } from "../cycle/network/guarded-fetch.ts";
import { type Config, listIn } from "./config.ts";
import { WrongUse } from "./failure.ts";

/** What a verb may say about the network: the options `--source`, `--base`, `--allow-host` and `--retry`. */
export interface NetworkOptions {
  readonly source?: string;
  readonly base?: string;
  readonly "allow-host"?: string;
  readonly patience?: string;
  readonly retry?: true;
}

export const NETWORK = {
  source: {
    takes: "IDS",
    summary: 'ask these sources on the network, with commas between ("tocsin sources" lists them)',
  },
  base: { takes: "URL", summary: "ask a mirror instead of where the sources are" },
  "allow-host": {
    takes: "HOSTS",
    summary: "hosts on this machine or a local network that may be asked",
  },
  patience: { takes: "SECONDS", summary: "give up on a reply after that long (120 unless given)" },
  retry: { summary: "ask although it failed lately: a person has looked (never sooner than its interval)" },
} as const;

/** The network of a command; undefined, and nothing is asked, where no source is switched on. */
export function networkOf(options: NetworkOptions, config: Config, watch: Watch): Network | undefined {
  const sources =
    options.source === undefined ? [...config.sources, ...(watch.collect ?? [])] : listIn(options.source);
  if (sources.length === 0) return undefined;
  for (const id of sources) sourceNamed(id);
  return {
    fetch: guardedFetch([...config.allowedHosts, ...listIn(options["allow-host"])]),
    random: Math.random,
    patienceMs: secondsIn(options.patience ?? "120") * 1000,
    sources: [...new Set(sources)],
    isRetry: options.retry ?? false,
    ...(options.base !== undefined && { base: baseIn(options.base) }),
    accounts: config.spaceTrack ? { "space-track-gp": config.spaceTrack } : {},
  };
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
