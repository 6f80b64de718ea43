import { OutsideFailed } from "#model/input-error.ts";
import type { Reply } from "#store/index.ts";
import type { Question } from "../collect/network-source.ts";
import { type Fetch, requirePlain } from "./guarded-fetch.ts";

const MOST_REDIRECTS = 3;
/** A mark longer than this is no mark, and is not sent back. */
const LONGEST_MARK = 1024;

/** No network is so slow; a host that wants to hold its readers is. */
const SLOWEST_BYTES_PER_S = 200;
const SLOW_FOR_S = 15;

/** The name by which hosts know who asks, in `user-agent` and in `robots.txt`. */
export const PRODUCT = "Tocsin";

/** A source answered, but not with what was asked for. */
export class SourceRefused extends OutsideFailed {
  override readonly name = "OutsideFailed";
  readonly status: number;
  readonly retryAfter: string | null;

  constructor({ status, retryAfter }: Pick<SourceRefused, "status" | "retryAfter">, message: string) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** A reply that is no success, with what it begins with. */
export function refusalOf({ status, headers }: Response, said: string): SourceRefused {
  const message = `HTTP ${status}${said === "" ? "" : `: ${said}`}`;
  return new SourceRefused({ status, retryAfter: headers.get("retry-after") }, message);
}

/** What came in the end, from where, and the last reply that was kept from there. */
export interface Answer {
  readonly response: Response;
  readonly url: URL;
  readonly last: Reply | null;
}

/**
 * Asks, and goes where the reply sends it to; every place is claimed, and checked by `fetch`, anew, and asked for what
 * changed since the last reply that was kept from there.
 */
export async function askSource(
  { fetch, signal }: { readonly fetch: Fetch; readonly signal: AbortSignal },
  question: Question,
  lastFrom: (url: URL) => Reply | null,
  goOn: (url: URL) => Promise<void>,
): Promise<Answer> {
  const { url, form } = question;
  const init = {
    method: form ? "POST" : "GET",
    ...(form && { body: form.toString() }),
    redirect: "manual",
    signal,
  } as const;
  let at = url;
  for (let hops = 0; ; hops++) {
    const last = lastFrom(at);
    const response = await fetch(at, { ...init, headers: headersOf(question, last) });
    const to = response.status >= 300 && response.status < 400 ? locationIn(response) : null;
    if (to === null || response.status === 304) return { response, url: at, last };
    await response.body?.cancel();
    if (!URL.canParse(to, at.href))
      throw new OutsideFailed(`was sent on to "${oneLine(to.slice(0, 100))}", no address`);
    at = new URL(to, at);
    requirePlain(at);
    if (form) throw new OutsideFailed(`was sent on to ${at.host}; an account is not carried there`);
    if (hops === MOST_REDIRECTS) throw new OutsideFailed(`was sent on more than ${MOST_REDIRECTS} times`);
    await goOn(at);
  }
}

/** Header lines are read byte by byte, and many a server writes its addresses in UTF-8. */
function locationIn({ headers }: Response): string | null {
  const written = headers.get("location");
  if (written === null) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(written, "latin1"));
  } catch {
    return written;
  }
}

function headersOf({ form, accept }: Question, last: Reply | null): Record<string, string> {
  const [etag, lastModified] = form ? [] : [markIn(last?.etag), markIn(last?.lastModified)];
  return {
    "user-agent": `${PRODUCT}/0.1 (self-hosted)`,
    "accept-encoding": "gzip",
    ...(accept !== undefined && { accept }),
    ...(form && { "content-type": "application/x-www-form-urlencoded" }),
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  };
}

/** What the source gave to tell its state by, where it may stand in a header. */
function markIn(text: string | undefined): string | undefined {
  return text !== undefined && text.length <= LONGEST_MARK && /^[\x20-\x7e]+$/.test(text) ? text : undefined;
}

/** The bytes of a reply as they came; OutsideFailed when there are too many, or are said to be. */
export async function readBody(
  { body, headers }: Response,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(headers.get("content-length") ?? 0);
  if (announced > mostBytes) {
    await body?.cancel();
    throw new OutsideFailed(`the reply is longer than ${mostBytes} bytes: ${announced} are announced`);
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of atPace(body)) {
    length += part.length;
    if (length > mostBytes) throw new OutsideFailed(`the reply is longer than ${mostBytes} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** The parts of a body as they come; OutsideFailed where it comes so slowly that it is meant to. */
export async function* atPace(body: Response["body"], slowForS = SLOW_FOR_S): AsyncGenerator<Uint8Array> {
  const began = performance.now();
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    const seconds = (performance.now() - began) / 1000;
    if (seconds > slowForS && length / seconds < SLOWEST_BYTES_PER_S) {
      throw new OutsideFailed(`the reply came at less than ${SLOWEST_BYTES_PER_S} bytes a second`);
    }
    yield part;
  }
}

/** What a refusal begins with, as far as it can be read at all. */
export async function beginningOf({ body }: Response): Promise<string> {
  let head = Buffer.alloc(0);
  try {
    for await (const part of body ?? []) {
      head = Buffer.concat([head, part]);
      if (head.length >= 200) break;
    }
  } catch {
    // A refusal that breaks off is a refusal.
  }
  return oneLine(new TextDecoder().decode(head.subarray(0, 200)));
}

/** White space folded, and nothing that a terminal would act on. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
