import { OutsideFailed } from "#model/input-error.ts";
import type { Capture } from "#model/capture.ts";
import { appendReply, type Asked, claimRequest, type Reply } from "#store/index.ts";
import type { NetworkSource, Question } from "../collect/network-source.ts";
import type { World } from "../world.ts";
import { askSource, beginningOf, readBody, refusalOf } from "./ask-source.ts";
import type { Network } from "./network.ts";
import { failedReply, isRefusal } from "./failure.ts";
import { captureOf } from "./capture-of-reply.ts";
import { crawlDelayMs, requireAllowed } from "./robots-of-host.ts";

/** Who asks, and what was asked before under the same name. */
export interface Asker {
  readonly world: World;
  readonly network: Network;
  readonly source: NetworkSource;
  /** The name its requests are written down under. */
  readonly askedAs: string;
  readonly asked: readonly Asked[];
}

/** What came of one request; `waiting` when it may not be made before `notBefore`. */
export type Exchanged<Kept> =
  | { readonly outcome: "kept"; readonly kept: Kept }
  | { readonly outcome: "unchanged" }
  | { readonly outcome: "waiting"; readonly notBefore: string }
  | {
      readonly outcome: "failed";
      readonly fault: string;
      readonly notBefore: string;
      /** Whether it is a matter of this address, so that others of its host may be asked. */
      readonly isOfAddress: boolean;
    };

/** What was made of a reply; one that only leads on is no answer of the source yet. */
export interface KeptReply {
  readonly onlyLeadsOn?: boolean;
}

/**
 * Asks one question with all manners kept: claimed before it is sent, allowed by robots.txt, conditional on what was
 * kept before, its reply written down after. `keep` reads and stores what came; a failure of the outside in any of
 * it is the outcome.
 */
export async function exchange<Kept extends KeptReply>(
  asker: Asker,
  question: Question,
  { isFollowing }: { readonly isFollowing: boolean },
  keep: (capture: Capture, url: URL) => Promise<Kept>,
): Promise<Exchanged<Kept>> {
  const { world, network, source, asked } = asker;
  const claimed = await (isFollowing ? claimSoon(asker, question.url) : claimAnew(asker, question.url));
  if ("notBefore" in claimed) return { outcome: "waiting", notBefore: claimed.notBefore };
  const patience = AbortSignal.timeout(network.patienceMs);
  const signal = network.stopped ? AbortSignal.any([patience, network.stopped]) : patience;
  let request = claimed.seq;
  let isHeard = false;
  const goOn = async (url: URL) => {
    await appendReply(world.store, request, { at: world.now(), outcome: "redirected" });
    const next = await claimSoon(asker, url);
    if ("notBefore" in next) throw new OutsideFailed(`${url.host} may not be asked before ${next.notBefore}`);
    request = next.seq;
    if (source.obeysRobots) await requireAllowed(world, network, url);
  };
  try {
    if (source.obeysRobots) await requireAllowed(world, network, question.url);
    const lastFrom = (from: URL) => lastKept(asked, from);
    const { response, url, last } = await askSource(
      { fetch: network.fetch, signal },
      question,
      lastFrom,
      goOn,
    );
    const at = world.now();
    if (response.status === 304 && last !== null) {
      await appendReply(world.store, request, { ...last, at, outcome: "unchanged" });
      return { outcome: "unchanged" };
    }
    if (response.status !== 200) throw refusalOf(response, question.form ? "" : await beginningOf(response));
    const bytes = await readBody(response, source.mostBytes);
    isHeard = true;
    const capture = captureOf(source.id, question.url, response, bytes, at);
    const kept = await keep(capture, url);
    await appendReply(world.store, request, keptReply(response, capture, kept));
    return { outcome: "kept", kept };
  } catch (error) {
    const { patienceMs } = network;
    const context = { at: world.now(), random: network.random(), asked, signal: patience, patienceMs };
    const reply = network.stopped?.aborted ? stoppedReply(world.now()) : failedReply(error, context);
    await appendReply(world.store, request, reply);
    const { fault = "", notBefore = "" } = reply;
    return { outcome: "failed", fault, notBefore, isOfAddress: isHeard || isRefusal(error) };
  }
}

/** A person ended it: no fault of the source, which may be asked again at once. */
function stoppedReply(at: string): Reply {
  return { at, outcome: "failed", fault: "ended before a reply came", notBefore: at };
}

function keptReply({ headers }: Response, { sha256, fetchedAt }: Capture, { onlyLeadsOn }: KeptReply): Reply {
  if (onlyLeadsOn) return { at: fetchedAt, outcome: "redirected" };
  const [etag, lastModified] = [headers.get("etag"), headers.get("last-modified")];
  return {
    at: fetchedAt,
    outcome: "kept",
    capture: sha256,
    ...(etag !== null && { etag }),
    ...(lastModified !== null && { lastModified }),
  };
}

/** The last reply from the same address that was kept: what is asked for now is what changed since. */
function lastKept(asked: readonly Asked[], url: URL): Reply | null {
  return asked.findLast((one) => one.url === url.href && one.reply?.outcome === "kept")?.reply ?? null;
}

function claimAnew({ world, network, source, askedAs }: Asker, url: URL) {
  const request = { source: askedAs, host: url.host, url: url.href, at: world.now() };
  const { budget, everyMinutes } = source;
  return claimRequest(world.store, request, {
    everyMs: everyMinutes * 60_000,
    isRetry: network.isRetry,
    budget,
  });
}

/** For what follows from a reply: nothing but the host's budget holds it, and that is waited for a while. */
async function claimSoon(asker: Asker, url: URL) {
  const { world, network, source, askedAs } = asker;
  const delayMs = source.obeysRobots ? await crawlDelayMs(world, url) : 0;
  const budget = delayMs > 0 ? [...source.budget, { requests: 1, perMs: delayMs }] : source.budget;
  const claim = () => {
    const request = { source: askedAs, host: url.host, url: url.href, at: world.now() };
    return claimRequest(world.store, request, { everyMs: 0, isRetry: true, budget });
  };
  const claimed = await claim();
  if ("seq" in claimed) return claimed;
  const waitMs = Date.parse(claimed.notBefore) - Date.parse(world.now());
  if (waitMs > network.mostWaitMs) return claimed;
  await network.sleep(waitMs);
  return claim();
}
