import { FORMAT_NAMES } from "../cycle/network/format-names.ts";

/** What a verb may say about the network. */
export interface NetworkOptions {
  readonly source?: string;
  readonly feed?: string;
  readonly format?: string;
  readonly base?: string;
  readonly "allow-host"?: string;
  readonly pages?: string;
  readonly patience?: string;
  readonly retry?: true;
}

export const NETWORK = {
  source: {
    takes: "IDS",
    summary: 'ask these sources on the network, with commas between ("tocsin sources" lists them)',
  },
  feed: { takes: "URL", summary: "ask this address, which no catalogue needs to hold" },
  format: {
    takes: "NAME",
    summary: `how it publishes (rss unless given): ${FORMAT_NAMES.join(", ")}`,
  },
  base: { takes: "URL", summary: "ask a mirror instead of where the sources are" },
  "allow-host": {
    takes: "HOSTS",
    summary: "hosts on this machine or a local network that may be asked",
  },
  pages: {
    takes: "N",
    summary: "read so many of the pages that its entries lead to (10; none of a --feed unless given)",
  },
  patience: { takes: "SECONDS", summary: "give up on a reply after that long (120 unless given)" },
  retry: { summary: "ask although it failed lately: a person has looked (never sooner than its interval)" },
} as const;
