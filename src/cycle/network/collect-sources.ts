import { InputError, OutsideFailed } from "#model/input-error.ts";
import { appendReply, type Asked, claimRequest, type Manners, type Reply, requestsOf } from "#store/index.ts";
import { askSource, beginningOf, oneLine, readBody, SourceRefused } from "./ask-source.ts";
import { type Account, type NetworkSource, pauseMs, type Question } from "../collect/network-source.ts";
import { NETWORK_SOURCES } from "../collect/sources/network-sources.ts";
import type { World } from "../cycle.ts";
import type { Fetch } from "./guarded-fetch.ts";
import { captureOf, keepContent } from "./keep-reply.ts";

export type { Account };

/** What a world may ask of the network; without one it is offline. */
export interface Network {
  readonly fetch: Fetch;
  /** In [0, 1). */
  readonly random: () => number;
  /** How long a reply may take, to its last byte. */
  readonly patienceMs: number;
  /** The sources that are switched on. */
  readonly sources: readonly string[];
  /** Instead of where a source says it is: a mirror. */
  readonly base?: URL;
  /** A person has looked at the failures: the pauses after them are over. */
  readonly isRetry: boolean;
  /** By source. */
  readonly accounts: Readonly<Record<string, Account>>;
}

/** What came of one source; `waiting` when it may not be asked before `notBefore`. */
export interface Collected {
  readonly source: string;
  readonly outcome: Reply["outcome"] | "waiting";
  readonly fault?: string;
  readonly notBefore?: string;
  readonly added?: number;
  readonly duplicate?: number;
  readonly rejected?: number;
}

/** Asks every source that is switched on and may be asked now. Failures of a source are its outcome. */
export async function collectFromSources(world: World): Promise<readonly Collected[]> {
  const { network } = world;
  if (network === undefined) return [];
  const collected: Collected[] = [];
  for (const id of network.sources) collected.push(await collectFrom(world, network, sourceNamed(id)));
  return collected;
}

/** RangeError when there is no such source. */
export function sourceNamed(id: string): NetworkSource {
  const source = NETWORK_SOURCES.find((one) => one.id === id);
  if (source) return source;
  throw new RangeError(`no source "${id}"; there are ${NETWORK_SOURCES.map((one) => one.id).join(", ")}`);
}

async function collectFrom(world: World, network: Network, source: NetworkSource): Promise<Collected> {
  const account = network.accounts[source.id];
  if (source.needsAccount && !account) {
    return { source: source.id, outcome: "failed", fault: "needs an account: see docs/collecting.md" };
  }
  const asked = await requestsOf(world.store, source.id);
  const question = source.ask(
    network.base ?? new URL(source.base),
    account ?? { identity: "", password: "" },
  );
  const everyMs = source.everyMinutes * 60_000;
  const claimed = await claim(world, source, question.url, { everyMs, isRetry: network.isRetry });
  if ("notBefore" in claimed) return { source: source.id, outcome: "waiting", notBefore: claimed.notBefore };
  const signal = AbortSignal.timeout(network.patienceMs);
  const exchange = { world, network, source, question, signal, last: lastKept(asked, question) };
  let request = claimed.seq;
  try {
    const response = await askSource(
      { fetch: network.fetch, signal },
      question,
      exchange.last,
      async (url) => {
        await appendReply(world.store, request, { at: world.now(), outcome: "redirected" });
        const next = await claim(world, source, url, { everyMs: 0, isRetry: true });
        if ("notBefore" in next)
          throw new OutsideFailed(`${url.host} may not be asked before ${next.notBefore}`);
        request = next.seq;
      },
    );
    const kept = await keep(exchange, response);
    await appendReply(world.store, request, kept.reply);
    return { source: source.id, outcome: kept.reply.outcome, ...kept.counts };
  } catch (error) {
    const reply = failure(exchange, asked, error);
    await appendReply(world.store, request, reply);
    const { outcome, fault = "", notBefore = "" } = reply;
    return { source: source.id, outcome, fault, notBefore };
  }
}

interface Exchange {
  readonly world: World;
  readonly network: Network;
  readonly source: NetworkSource;
  readonly question: Question;
  readonly signal: AbortSignal;
  readonly last: Reply | null;
}

function claim(
  { store, now }: World,
  { id, budget }: NetworkSource,
  url: URL,
  when: Pick<Manners, "everyMs" | "isRetry">,
) {
  const request = { source: id, host: url.host, url: url.href, at: now() };
  return claimRequest(store, request, { ...when, budget });
}

/** The last reply to the same question that was kept: what is asked for now is what changed since. */
function lastKept(asked: readonly Asked[], { url }: Question): Reply | null {
  return asked.findLast((one) => one.url === url.href && one.reply?.outcome === "kept")?.reply ?? null;
}

async function keep({ world, source, question, last }: Exchange, response: Response) {
  const at = world.now();
  if (response.status === 304 && last !== null)
    return { reply: { ...last, at, outcome: "unchanged" } as Reply };
  const bytes = await readBody(response, source.mostBytes);
  if (response.status !== 200) throw new SourceRefused(response, question.form ? "" : beginningOf(bytes));
  const capture = captureOf(source, question.url, response, bytes, at);
  const { captured, ...counts } = await keepContent(world, source, capture);
  const etag = response.headers.get("etag");
  const lastModified = response.headers.get("last-modified");
  const reply: Reply = {
    at,
    outcome: "kept",
    capture: captured,
    ...(etag !== null && { etag }),
    ...(lastModified !== null && { lastModified }),
  };
  return { reply, counts };
}

function failure({ world, network, signal }: Exchange, asked: readonly Asked[], error: unknown): Reply {
  const at = world.now();
  const answered = asked.findLastIndex(({ reply }) => isAnswer(reply));
  const failures = asked.slice(answered + 1).filter(({ reply }) => reply?.outcome === "failed").length + 1;
  const isRefusal = error instanceof SourceRefused && error.status < 500;
  const pause = Math.max(pauseMs(failures, isRefusal, network.random()), retryAfterMs(error, at));
  const fault = signal.aborted ? `no whole reply within ${network.patienceMs / 1000} s` : faultOf(error);
  const notBefore = new Date(Date.parse(at) + pause).toISOString();
  return { at, outcome: "failed", fault, notBefore };
}

/** Whether the source was reached and had what was asked for, new or not. */
export function isAnswer(reply: Reply | null): reply is Reply {
  return reply?.outcome === "kept" || reply?.outcome === "unchanged";
}

function retryAfterMs(error: unknown, now: string): number {
  const said = error instanceof SourceRefused ? (error.retryAfter ?? "") : "";
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.parse(now);
  return Number.isFinite(ms) ? ms : 0;
}

/** What failed, in one line. Whatever is no failure of the outside is a fault of ours and goes on up. */
function faultOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  if (!(error instanceof Error)) throw error;
  const isOutside = error instanceof OutsideFailed || "code" in error || error instanceof TypeError;
  if (!isOutside) throw error;
  return oneLine(error.message === "" ? String("code" in error ? error.code : error.name) : error.message);
}
