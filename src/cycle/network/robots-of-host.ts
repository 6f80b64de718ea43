import { OutsideFailed } from "#model/input-error.ts";
import {
  addCapture,
  appendReply,
  type Asked,
  captureOf as captureWith,
  claimRequest,
  requestsOf,
  type Store,
} from "#store/index.ts";
import { mayFetch, MOST_ROBOTS_BYTES, NO_ROBOTS, readRobots, type Robots } from "../collect/robots.ts";
import type { World } from "../world.ts";
import { askSource, atPace, oneLine, PRODUCT, refusalOf, SourceRefused } from "./ask-source.ts";
import type { Network } from "./network.ts";
import { failedReply, isAnswer, RobotsForbid } from "./failure.ts";
import { captureOf } from "./capture-of-reply.ts";
import { unpackReply } from "./unpack.ts";

const DAY_MS = 86_400_000;
const TEN_MINUTES_MS = 600_000;

/** Lets an address through that its host's robots.txt allows; RobotsForbid where it does not, or cannot be read. */
export async function requireAllowed(world: World, network: Network, url: URL): Promise<void> {
  if (mayFetch(await robotsOf(world, network, url), url)) return;
  throw new RobotsForbid(
    `robots.txt of ${url.host} forbids ${oneLine((url.pathname + url.search).slice(0, 200))}`,
  );
}

/**
 * The rules of a host, asked for once a day and kept in the store (RFC 9309): none where there is no such file
 * (4xx); where it cannot be had (5xx, no answer) nothing may be fetched. OutsideFailed then.
 */
async function robotsOf(world: World, network: Network, { origin, host }: URL): Promise<Robots> {
  const asked = (await requestsOf(world.store, `robots ${origin}`)).filter(
    ({ reply }) => reply?.outcome !== "redirected",
  );
  const last = asked.at(-1)?.reply ?? null;
  const because = last?.fault ?? "the last try ended before a reply came";
  const claimed = await claim(world, network, new URL("/robots.txt", origin), {
    as: `robots ${origin}`,
    everyMs: isAnswer(last) ? DAY_MS : TEN_MINUTES_MS,
  });
  if ("seq" in claimed) return askForRobots(world, network, { origin, asked, request: claimed.seq });
  if (isAnswer(last)) return keptRobots(world.store, last.capture);
  throw new OutsideFailed(
    `robots.txt of ${host} could not be had (${because}), so nothing is asked before ${claimed.notBefore}`,
  );
}

/** How long the host wants to be left alone between two requests, as far as its rules are known already. */
export async function crawlDelayMs({ store }: World, { origin }: URL): Promise<number> {
  const asked = await requestsOf(store, `robots ${origin}`);
  const kept = asked.findLast(({ reply }) => isAnswer(reply))?.reply?.capture;
  return 1000 * ((await keptRobots(store, kept)).crawlDelayS ?? 0);
}

async function keptRobots(store: Store, capture: string | undefined): Promise<Robots> {
  const kept = capture === undefined ? null : await captureWith(store, capture);
  if (kept === null) return NO_ROBOTS;
  return readRobots(textOf(kept.bytes, kept.headers["content-encoding"] ?? ""), PRODUCT);
}

interface RobotsRequest {
  readonly origin: string;
  readonly asked: readonly Asked[];
  readonly request: number;
}

async function askForRobots(world: World, network: Network, { origin, asked, request }: RobotsRequest) {
  const { store, now } = world;
  const { patienceMs } = network;
  const signal = AbortSignal.timeout(patienceMs);
  const url = new URL("/robots.txt", origin);
  let open = request;
  try {
    const { response } = await askSource(
      { fetch: network.fetch, signal },
      { url },
      () => null,
      async (next) => {
        await appendReply(store, open, { at: now(), outcome: "redirected" });
        const claimed = await claim(world, network, next, { as: `robots ${origin}`, everyMs: 0 });
        if ("notBefore" in claimed) throw new OutsideFailed(`${next.host} may not be asked now`);
        open = claimed.seq;
      },
    );
    const { status } = response;
    if (status === 429 || status >= 500) throw refusalOf(response, "");
    if (status !== 200) {
      await response.body?.cancel();
      await appendReply(store, open, { at: now(), outcome: "kept", fault: `HTTP ${status}: no rules` });
      return NO_ROBOTS;
    }
    const capture = captureOf("robots", url, response, await headOf(response), now());
    const text = textOf(capture.bytes, capture.headers["content-encoding"] ?? "");
    await addCapture(store, capture);
    await appendReply(store, open, { at: now(), outcome: "kept", capture: capture.sha256 });
    return readRobots(text, PRODUCT);
  } catch (error) {
    const context = { at: now(), random: network.random(), asked, signal, patienceMs };
    const reply = failedReply(error, context);
    await appendReply(store, open, reply);
    const why = `robots.txt of ${url.host} could not be had (${reply.fault}), so nothing is asked there`;
    if (error instanceof SourceRefused) throw new SourceRefused(error, why);
    throw new OutsideFailed(why, error);
  }
}

function claim({ store, now }: World, { isRetry }: Network, url: URL, how: { as: string; everyMs: number }) {
  const request = { source: how.as, host: url.host, url: url.href, at: now() };
  return claimRequest(store, request, { everyMs: how.everyMs, isRetry, budget: [] });
}

/** The beginning of the reply: more of the file need not be read. */
async function headOf({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of atPace(body)) {
    parts.push(part);
    length += part.length;
    if (length >= MOST_ROBOTS_BYTES) break;
  }
  return new Uint8Array(Buffer.concat(parts).subarray(0, MOST_ROBOTS_BYTES));
}

function textOf(bytes: Uint8Array, contentEncoding: string): string {
  return new TextDecoder().decode(unpackReply(bytes, contentEncoding, 4 * MOST_ROBOTS_BYTES));
}
