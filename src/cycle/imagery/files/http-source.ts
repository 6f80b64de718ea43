import type { ByteRange } from "#science/imagery/index.ts";
import { OutsideFailed } from "#model/input-error.ts";
import { beginningOf } from "../../network/ask-source.ts";
import type { Fetch } from "../../network/guarded-fetch.ts";
import { askAgain, PassingFailure, type Patience, retryAfterMs } from "../catalogues/ask-again.ts";
import type { CountedSource } from "./file-source.ts";

/** An address as a store wants it, made anew where the store refused the last. */
export type Signing = (
  url: URL,
  wasRefused: boolean,
) => Promise<{ readonly url: URL; readonly headers?: Readonly<Record<string, string>> }>;

/** What reading over HTTP takes. */
export interface HttpReading {
  readonly fetch: Fetch;
  readonly patience: Patience;
  readonly nowMs: () => number;
  /** What a store asks for beside the address. */
  readonly sign?: Signing;
}

/** A source over HTTP, and what tells one state of the file from another: null where the server says neither. */
export interface HttpSource extends CountedSource {
  readonly validator: () => string | null;
}

const MOST_REDIRECTS = 3;
/** A server that ignores ranges sends the whole; up to here it is taken. */
const LARGEST_WHOLE = 64 * 1024 * 1024;

/** The bytes as they are; the last is what stores keep of how a file was sent to them. */
const PLAIN = new Set(["", "identity", "aws-chunked"]);

interface State {
  size: number | null;
  validator: string | null;
  whole: Uint8Array | null;
  address: URL;
  bytes: number;
  requests: number;
}

/**
 * Reads a file by range requests (RFC 9110 §14). OutsideFailed where the server fails for good, where it ignores
 * ranges and the whole is too long, or where the file changes while it is read.
 */
export function httpSource(url: URL, reading: HttpReading): HttpSource {
  const state: State = { size: null, validator: null, whole: null, address: url, bytes: 0, requests: 0 };
  return {
    name: `${url.host}${url.pathname}`,
    size: () => state.size,
    validator: () => state.validator,
    spent: () => ({ bytes: state.bytes, requests: state.requests }),
    close: async () => {},
    async read(range) {
      const end = Math.min(range.offset + range.length, state.size ?? Infinity);
      if (end <= range.offset) return new Uint8Array();
      if (state.whole !== null) return state.whole.subarray(range.offset, end);
      try {
        return await readAll(url, reading, state, { offset: range.offset, length: end - range.offset });
      } catch (error) {
        if (error instanceof OutsideFailed) throw new OutsideFailed(`${url.host}: ${error.message}`, error);
        throw error;
      }
    },
  };
}

/** A server may send less than was asked for: the rest is asked for again. */
async function readAll(url: URL, reading: HttpReading, state: State, range: ByteRange): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let got = 0; ;) {
    const rest = { offset: range.offset + got, length: range.length - got };
    const part = await askAgain(reading.patience, (signal) => readOnce(url, reading, state, rest, signal));
    parts.push(part);
    got += part.length;
    const end = Math.min(range.offset + range.length, state.size ?? 0);
    if (part.length === 0 || range.offset + got >= end) break;
  }
  return parts.length === 1 ? parts[0]! : new Uint8Array(Buffer.concat(parts));
}

async function readOnce(
  url: URL,
  reading: HttpReading,
  state: State,
  range: ByteRange,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const response = await sent(url, reading, state, range, signal);
  const { status } = response;
  if (status === 416) {
    await response.body?.cancel();
    return new Uint8Array();
  }
  if (status !== 206 && status !== 200) await refuse(response, reading);
  if (!PLAIN.has(response.headers.get("content-encoding") ?? "")) {
    await response.body?.cancel();
    throw new OutsideFailed("it packs what it sends, so that ranges mean nothing");
  }
  await requireUnchanged(response, state);
  return status === 200 ? readWhole(response, state, range) : readPart(response, state, range);
}

async function sent(
  url: URL,
  reading: HttpReading,
  state: State,
  { offset, length }: ByteRange,
  signal: AbortSignal,
): Promise<Response> {
  const headers = {
    "user-agent": "Tocsin/0.1 (self-hosted)",
    "accept-encoding": "identity",
    range: `bytes=${offset}-${offset + length - 1}`,
  };
  for (let hops = 0, wasRefused = false; ;) {
    state.requests++;
    const { url: at, headers: extra } = (await reading.sign?.(state.address, wasRefused)) ?? {
      url: state.address,
    };
    const response = await reading.fetch(at, {
      method: "GET",
      headers: { ...headers, ...extra },
      redirect: "manual",
      signal,
    });
    const to = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && to !== null) {
      await response.body?.cancel();
      if (++hops > MOST_REDIRECTS) throw new OutsideFailed(`it sends on more than ${MOST_REDIRECTS} times`);
      state.address = new URL(to, at);
      continue;
    }
    const isSigned = reading.sign !== undefined || state.address !== url;
    if ((response.status === 401 || response.status === 403) && isSigned && !wasRefused) {
      await response.body?.cancel();
      [wasRefused, state.address] = [true, url];
      continue;
    }
    return response;
  }
}

async function refuse(response: Response, { nowMs }: HttpReading): Promise<never> {
  const { status, headers } = response;
  const said = await beginningOf(response);
  const what = `HTTP ${status}${said === "" ? "" : `: ${said}`}`;
  if (status === 429 || status === 408 || status >= 500) {
    throw new PassingFailure(what, { afterMs: retryAfterMs(headers.get("retry-after"), nowMs()) });
  }
  throw new OutsideFailed(what);
}

/** The first reply's tag or date, and size, hold for all that follow. */
async function requireUnchanged({ headers, body, status }: Response, state: State): Promise<void> {
  const validator = headers.get("etag")?.replace(/^W\//, "") ?? headers.get("last-modified");
  const total =
    status === 206 ? Number(/\/(\d+)\s*$/.exec(headers.get("content-range") ?? "")?.[1] ?? NaN) : NaN;
  const isOther = validator !== null && state.validator !== null && validator !== state.validator;
  const isResized = state.size !== null && !Number.isNaN(total) && total !== state.size;
  if (isOther || isResized) {
    await body?.cancel();
    throw new OutsideFailed("the file changed while it was read");
  }
  state.validator ??= validator;
  if (!Number.isNaN(total)) state.size = total;
}

async function readWhole(
  response: Response,
  state: State,
  { offset, length }: ByteRange,
): Promise<Uint8Array> {
  const claimed = Number(response.headers.get("content-length") ?? NaN);
  if (claimed > LARGEST_WHOLE) {
    await response.body?.cancel();
    throw new OutsideFailed(
      `it ignores ranges, and the whole has ${claimed} bytes, more than ${LARGEST_WHOLE}`,
    );
  }
  const whole = await bodyOf(response, state, LARGEST_WHOLE);
  if (!Number.isNaN(claimed) && whole.length < claimed) throw cut(whole.length, claimed);
  [state.whole, state.size] = [whole, whole.length];
  return whole.subarray(offset, offset + length);
}

async function readPart(
  response: Response,
  state: State,
  { offset, length }: ByteRange,
): Promise<Uint8Array> {
  const range = /bytes\s+(\d+)-(\d+)/.exec(response.headers.get("content-range") ?? "");
  const [from, to] = range === null ? [offset, NaN] : [Number(range[1]), Number(range[2])];
  if (from !== offset || to > offset + length - 1) {
    await response.body?.cancel();
    throw new OutsideFailed(
      `it sent ${range?.[0]} where bytes ${offset}-${offset + length - 1} were asked for`,
    );
  }
  const bytes = await bodyOf(response, state, length);
  const due = Number.isNaN(to) ? Math.min(length, (state.size ?? Infinity) - offset) : to - offset + 1;
  if (bytes.length < due) throw cut(bytes.length, due);
  return bytes;
}

function cut(got: number, due: number): PassingFailure {
  return new PassingFailure(`the reply broke off after ${got} of ${due} bytes`);
}

async function bodyOf({ body }: Response, state: State, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    state.bytes += part.length;
    if (length > most) throw new OutsideFailed(`the reply is longer than the ${most} bytes that were due`);
    parts.push(part);
  }
  return parts.length === 1 ? parts[0]! : new Uint8Array(Buffer.concat(parts));
}
