import { OutsideFailed } from "#model/input-error.ts";
import type { Reply } from "#store/index.ts";
import type { Question } from "../collect/network-source.ts";
import type { Fetch } from "./guarded-fetch.ts";

const MOST_REDIRECTS = 3;

/** A source answered, but not with what was asked for. */
export class SourceRefused extends OutsideFailed {
  override readonly name = "OutsideFailed";
  readonly status: number;
  readonly retryAfter: string | null;

  constructor(response: Response, said: string) {
    super(`HTTP ${response.status}${said === "" ? "" : `: ${said}`}`);
    this.status = response.status;
    this.retryAfter = response.headers.get("retry-after");
  }
}

/** Asks, and goes where the reply sends it to; every place is claimed, and checked by `fetch`, anew. */
export async function askSource(
  { fetch, signal }: { readonly fetch: Fetch; readonly signal: AbortSignal },
  { url, form }: Question,
  last: Reply | null,
  goOn: (url: URL) => Promise<void>,
): Promise<Response> {
  const init = {
    method: form ? "POST" : "GET",
    headers: headersOf(form, last),
    ...(form && { body: form.toString() }),
    redirect: "manual",
    signal,
  } as const;
  let at = url;
  for (let hops = 0; ; hops++) {
    const response = await fetch(at, init);
    const to = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    if (to === null || response.status === 304) return response;
    await response.body?.cancel();
    at = new URL(to, at);
    if (form) throw new OutsideFailed(`was sent on to ${at.host}; an account is not carried there`);
    if (hops === MOST_REDIRECTS) throw new OutsideFailed(`was sent on more than ${MOST_REDIRECTS} times`);
    await goOn(at);
  }
}

function headersOf(form: URLSearchParams | undefined, last: Reply | null): Record<string, string> {
  return {
    "user-agent": "Tocsin/0.1 (self-hosted)",
    "accept-encoding": "gzip",
    ...(form && { "content-type": "application/x-www-form-urlencoded" }),
    ...(!form && last?.etag && { "if-none-match": last.etag }),
    ...(!form && last?.lastModified && { "if-modified-since": last.lastModified }),
  };
}

/** The bytes of a reply as they came; OutsideFailed when there are too many. */
export async function readBody({ body }: Response, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > mostBytes) throw new OutsideFailed(`the reply is longer than ${mostBytes} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** What a refusal begins with. */
export function beginningOf(bytes: Uint8Array): string {
  return oneLine(new TextDecoder().decode(bytes.subarray(0, 200)));
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
