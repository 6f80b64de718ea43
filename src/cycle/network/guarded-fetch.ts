import { lookup as systemLookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Readable } from "node:stream";
import { OutsideFailed } from "#model/input-error.ts";
import { requirePublic } from "./public-address.ts";

/** One exchange over HTTP; nothing is followed and nothing unpacked. The platform's `fetch` satisfies it. */
export type Fetch = (
  url: URL,
  init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
    readonly redirect: "manual";
    readonly signal: AbortSignal;
  },
) => Promise<Response>;

/** How names become addresses, and how long a connection may say nothing. */
export interface Guards {
  readonly resolve?: typeof systemLookup;
  readonly silenceMs?: number;
  readonly keepAlive?: boolean;
}

/** All the header lines of a reply together. */
const MOST_HEADER_BYTES = 32 * 1024;
const SILENCE_MS = 30_000;

/**
 * A fetch that reaches public addresses over http and https, and those hosts by name (`127.0.0.1`, `mirror.lan`).
 * The address is looked at where the connection is made, so a name cannot be public when it is checked and private
 * when it is used. No cookie and no account is taken along. With `keepAlive` a server's connections are used again,
 * for many small reads. OutsideFailed for any other address.
 */
export function guardedFetch(
  allowedHosts: readonly string[] = [],
  { resolve = systemLookup, silenceMs = SILENCE_MS, keepAlive = false }: Guards = {},
): Fetch {
  const kept = keepAlive ? { "http:": new http.Agent(KEPT), "https:": new https.Agent(KEPT) } : null;
  return async (url, { method, headers, body, signal }) => {
    const literal = url.hostname.replace(/^\[|\]$/g, "");
    const isAllowed = allowedHosts.includes(url.hostname) || allowedHosts.includes(literal);
    requirePlain(url);
    if (!isAllowed && isIP(literal) !== 0) requirePublic(url.hostname, literal);
    const send = url.protocol === "https:" ? https.request : http.request;
    const options = {
      ...{ method, headers, signal, maxHeaderSize: MOST_HEADER_BYTES },
      agent: kept?.[url.protocol as keyof typeof kept] ?? false,
      ...(!isAllowed && { lookup: publicOnly(resolve) }),
    };
    const saidNothing = new OutsideFailed(`nothing was said for ${silenceMs / 1000} s`);
    return new Promise((fulfil, reject) => {
      const headersDue = setTimeout(() => request.destroy(saidNothing), silenceMs);
      const request = send(url, options, (reply) => {
        clearTimeout(headersDue);
        const status = reply.statusCode ?? 0;
        if (status >= 200 && status <= 599) return fulfil(responseOf(reply, status));
        request.destroy(refused(url, `it answered with the status ${status}, which HTTP does not know`));
      });
      request.on("close", () => clearTimeout(headersDue));
      request.setTimeout(silenceMs, () => request.destroy(saidNothing));
      request.on("upgrade", (_reply, socket) => {
        socket.destroy();
        reject(refused(url, "it changes to another protocol"));
      });
      request.on("error", reject);
      request.end(body);
    });
  };
}

/** OutsideFailed for an address of another scheme, and for one with an account in it. */
export function requirePlain(url: URL): void {
  if (!/^https?:$/.test(url.protocol)) throw new OutsideFailed(`${url.protocol} is neither http: nor https:`);
  if (url.username !== "" || url.password !== "") throw refused(url, "an account in an address is not sent");
}

/** A connection is used again for as long; it was let through when it was made, and is closed when nobody needs it. */
const KEPT = { keepAlive: true, keepAliveMsecs: 5000, maxSockets: 8 } as const;

/** Replies that have no body by their status. */
const BODILESS = new Set([204, 205, 304]);

function responseOf(reply: http.IncomingMessage, status: number): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(reply.headers)) headers.set(name, String(value));
  if (BODILESS.has(status)) {
    reply.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(reply) as ReadableStream, { status, headers });
}

/** Resolves a name once for the connection that is made; no address is used that was not looked at. */
function publicOnly(resolve: typeof systemLookup): LookupFunction {
  return (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, []);
      try {
        for (const { address } of addresses) requirePublic(hostname, address);
      } catch (fault) {
        return answer(fault as Error, []);
      }
      if (options.all) return answer(null, addresses);
      answer(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

function refused(url: URL, why: string): OutsideFailed {
  return new OutsideFailed(`${url.host}: ${why}`);
}
