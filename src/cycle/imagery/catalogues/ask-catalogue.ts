import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { OutsideFailed } from "#model/input-error.ts";
import { isObject, type Json, type Question } from "#science/imagery/index.ts";
import { beginningOf, oneLine, readBody } from "../../network/ask-source.ts";
import type { Fetch } from "../../network/guarded-fetch.ts";
import { askAgain, PassingFailure, type Patience, retryAfterMs } from "./ask-again.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";

/** What asking a catalogue takes. */
export interface CatalogueNetwork {
  readonly fetch: Fetch;
  readonly patience: Patience;
  readonly breaker: CircuitBreaker;
  readonly nowMs: () => number;
}

/** A catalogue answered, but refused what was asked. */
export class CatalogueRefused extends OutsideFailed {
  override readonly name = "OutsideFailed";
  readonly status: number;

  constructor(status: number, said: string) {
    super(`HTTP ${status}${said === "" ? "" : `: ${said}`}`);
    this.status = status;
  }
}

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_REDIRECTS = 3;

/**
 * Asks one question and reads the JSON that answers it, again while it fails in passing. CatalogueRefused for a
 * refusal, PassingFailure where patience ran out, OutsideFailed for what is no JSON.
 */
export async function askCatalogue(
  network: CatalogueNetwork,
  question: Question,
  stopsAt?: (failure: PassingFailure) => boolean,
): Promise<Json> {
  const { host } = new URL(question.url);
  const once = (signal: AbortSignal) =>
    network.breaker.through(host, () => readReply(network, question, signal));
  return askAgain(network.patience, once, stopsAt);
}

async function readReply(network: CatalogueNetwork, question: Question, signal: AbortSignal): Promise<Json> {
  try {
    const response = await sent(network, question, signal);
    if (response.status !== 200) await refuse(response, network);
    return await jsonOf(response);
  } catch (error) {
    if (error instanceof OutsideFailed && !signal.aborted) throw error;
    const isTooMuch = signal.aborted;
    const said = isTooMuch ? `no reply within ${network.patience.replyMs / 1000} s` : oneLine(String(error));
    throw new PassingFailure(said, { isTooMuch, cause: error });
  }
}

async function sent(network: CatalogueNetwork, question: Question, signal: AbortSignal): Promise<Response> {
  let { method } = question;
  let at = new URL(question.url);
  for (let hops = 0; ; hops++) {
    const body = method === "POST" ? JSON.stringify(question.body ?? {}) : undefined;
    const isAsked = at.origin === new URL(question.url).origin;
    const headers = {
      ...(isAsked && question.headers),
      "user-agent": "Tocsin/0.1 (self-hosted)",
      accept: "application/geo+json, application/json",
      "accept-encoding": "gzip",
      ...(body !== undefined && { "content-type": "application/json" }),
    };
    const response = await network.fetch(at, {
      ...{ method, headers, redirect: "manual" as const, signal },
      ...(body !== undefined && { body }),
    });
    const to = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    if (to === null) return response;
    await response.body?.cancel();
    if (hops === MOST_REDIRECTS) throw new OutsideFailed(`it sends on more than ${MOST_REDIRECTS} times`);
    at = new URL(to, at);
    if (response.status === 303) method = "GET";
  }
}

/** At their end: a gateway that waited in vain, or a reply that grew too large. */
const TOO_MUCH = new Set([413, 500, 502, 504]);

async function refuse(response: Response, { nowMs }: CatalogueNetwork): Promise<never> {
  const { status, headers } = response;
  const said = plainText(await beginningOf(response));
  const isPassing =
    status === 408 || status === 413 || status === 425 || status === 429 || (status >= 500 && status !== 501);
  if (!isPassing) throw new CatalogueRefused(status, said);
  const afterMs = retryAfterMs(headers.get("retry-after"), nowMs());
  throw new PassingFailure(`HTTP ${status}${said === "" ? "" : `: ${said}`}`, {
    afterMs,
    isTooMuch: TOO_MUCH.has(status),
  });
}

/** What an error page says without its markup. */
function plainText(said: string): string {
  return oneLine(said.replace(/<(script|style)[^>]*>.*?(<\/\1>|$)/gis, " ").replace(/<[^>]*>?/g, " ")).trim();
}

const unpacking = promisify(gunzip);

async function jsonOf(response: Response): Promise<Json> {
  const bytes = await readBody(response, MOST_BYTES);
  const isPacked = response.headers.get("content-encoding") === "gzip";
  const plain = isPacked ? await unpacking(bytes, { maxOutputLength: MOST_BYTES * 4 }) : bytes;
  const text = new TextDecoder().decode(plain);
  if (/^\s*</.test(text)) {
    throw new PassingFailure(
      `it answers with a web page in place of JSON: ${plainText(text.slice(0, 300)).slice(0, 120)}`,
    );
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (error) {
    throw new PassingFailure(`its answer of ${text.length} characters is no whole JSON`, { cause: error });
  }
  throw new OutsideFailed("it answers with JSON that is no object");
}
