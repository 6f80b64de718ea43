import { requestsOf } from "#store/index.ts";
import { type Gap, gapsOf, type NetworkSource } from "../collect/network-source.ts";
import { sourcesOf } from "../collect/sources/network-sources.ts";
import { isAnswer } from "./failure.ts";
import type { World } from "../cycle.ts";

/** How a source on the network fares; null where that has not happened yet. */
export interface SourceHealth {
  readonly source: string;
  readonly summary: string;
  readonly isOn: boolean;
  readonly lastTry: string | null;
  readonly lastSuccess: string | null;
  /** What the last try failed of; null when it did not fail. */
  readonly lastError: string | null;
  readonly nextAllowed: string | null;
  /** Spans in which it was asked and gave nothing: unknown, not quiet. */
  readonly gaps: readonly Gap[];
}

/** The health of every source there is, whether it is switched on or not. */
export async function sourcesHealth(world: World): Promise<SourceHealth[]> {
  return Promise.all(sourcesOf(world.watch.sources).map((source) => healthOf(world, source)));
}

async function healthOf({ store, network, now }: World, source: NetworkSource): Promise<SourceHealth> {
  const asked = await requestsOf(store, source.id);
  const answered = asked.flatMap(({ reply }) => (isAnswer(reply) ? [reply.at] : []));
  const last = asked.at(-1);
  const first = asked[0];
  return {
    source: source.id,
    summary: source.summary,
    isOn: network?.sources.includes(source.id) ?? false,
    lastTry: last?.at ?? null,
    lastSuccess: answered.at(-1) ?? null,
    lastError: last ? (last.reply ? (last.reply.fault ?? null) : "ended before a reply came") : null,
    nextAllowed: last ? nextAllowed(source, last.at, last.reply?.notBefore) : null,
    gaps: first ? gapsOf(source, first.at, answered, now()) : [],
  };
}

function nextAllowed({ everyMinutes }: NetworkSource, askedAt: string, notBefore = ""): string {
  const rested = new Date(Date.parse(askedAt) + everyMinutes * 60_000).toISOString();
  return notBefore > rested ? notBefore : rested;
}
