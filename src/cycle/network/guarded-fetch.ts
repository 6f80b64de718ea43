import { lookup as resolve } from "node:dns";
import http from "node:http";
import https from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { Readable } from "node:stream";
import { OutsideFailed } from "#model/input-error.ts";

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

/**
 * A fetch that reaches public addresses over http and https, and those hosts by name (`127.0.0.1`, `mirror.lan`).
 * The address is looked at where the connection is made, so a name cannot be public when it is checked and private
 * when it is used. OutsideFailed for any other address.
 */
export function guardedFetch(allowedHosts: readonly string[] = []): Fetch {
  return async (url, { method, headers, body, signal }) => {
    const isAllowed = allowedHosts.includes(url.hostname);
    const literal = url.hostname.replace(/^\[|\]$/g, "");
    if (!/^https?:$/.test(url.protocol)) throw refused(url, `${url.protocol} is neither http: nor https:`);
    if (!isAllowed && isIP(literal) !== 0) requirePublic(url.hostname, literal);
    const send = url.protocol === "https:" ? https.request : http.request;
    const options = { method, headers, signal, agent: false, ...(isAllowed ? {} : { lookup: publicOnly }) };
    return new Promise((fulfil, reject) => {
      const request = send(url, options, (reply) => fulfil(responseOf(reply)));
      request.on("error", reject);
      request.end(body);
    });
  };
}

/** Replies that have no body by their status. */
const BODILESS = new Set([204, 205, 304]);

function responseOf(reply: http.IncomingMessage): Response {
  const status = reply.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value] of Object.entries(reply.headers)) headers.set(name, String(value));
  if (status < 200 || status > 599 || BODILESS.has(status)) {
    reply.resume();
    return new Response(null, { status: BODILESS.has(status) ? status : 502, headers });
  }
  return new Response(Readable.toWeb(reply) as ReadableStream, { status, headers });
}

const publicOnly: LookupFunction = (hostname, options, answer) => {
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

function requirePublic(hostname: string, address: string): void {
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (!NOT_PUBLIC.check(address, family)) return;
  throw new OutsideFailed(
    `${hostname} is at ${address}, which is not public; --allow-host ${hostname} allows it`,
  );
}

function refused(url: URL, why: string): OutsideFailed {
  return new OutsideFailed(`${url.host}: ${why}`);
}

/** Addresses of this machine, of local networks, and of no single machine (RFC 6890 and its registry). */
const NOT_PUBLIC = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["100::", 64],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, "ipv6");
}
