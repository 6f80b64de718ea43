import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import { Refusal } from "./refusal.ts";

/** Nothing is loaded from elsewhere; charts style themselves in place, and the map works in a worker. */
export const safeHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    // WebAssembly of our own: the orbit kernel in the page's worker.
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:", "blob:"],
    workerSrc: ["'self'", "blob:"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: "DENY",
  // Plain HTTP on this machine: whoever puts TLS in front of it says so there.
  strictTransportSecurity: false,
});

const THIS_MACHINE = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Refuses a request that came under a foreign name: a page elsewhere may have had its name point here. */
export const onlyThisMachine = createMiddleware(async (c, next) => {
  if (!THIS_MACHINE.has(new URL(c.req.url).hostname)) {
    throw new Refusal(403, "foreign-host", "This server answers on 127.0.0.1 and localhost only.");
  }
  await next();
});

/** Refuses to change anything on behalf of another site: only JSON, and only from this server's own pages. */
export const onlySameOrigin = createMiddleware(async (c, next) => {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") {
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site") ?? "same-origin";
    if ((origin ?? ownOrigin(c.req.url)) !== ownOrigin(c.req.url) || !/^(same-origin|none)$/.test(site)) {
      throw new Refusal(403, "foreign-origin", "Another site may not change anything here.");
    }
    if (!/^application\/json(;|$)/i.test(c.req.header("content-type") ?? "")) {
      throw new Refusal(415, "not-json", "Send the body as application/json.");
    }
  }
  await next();
});

/** Nobody has more to say than this. */
export const onlySmallBodies = bodyLimit({
  maxSize: 64 * 1024,
  onError() {
    throw new Refusal(413, "too-long", "The body is longer than 64 KiB.");
  },
});

function ownOrigin(url: string): string {
  return new URL(url).origin;
}
