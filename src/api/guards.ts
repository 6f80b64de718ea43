import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import { isThisMachine } from "#model/this-machine.ts";
import { addressAsked, isItsName, type Reach } from "./reach.ts";
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
  // Only for a name that others use too, see below: on this machine it would bind every other server of its.
  strictTransportSecurity: false,
});

/**
 * Refuses a request that came under a foreign name, as a page elsewhere may have had its name point here; and one from
 * another machine that did not come by TLS.
 */
export function onlyItsNames(reach: Reach) {
  return createMiddleware(async (c, next) => {
    const { hostname, protocol } = addressAsked(c.req.url, c.req.header("x-forwarded-proto"), reach);
    if (!isItsName(hostname, reach))
      throw new Refusal(403, "foreign-host", `This server answers under ${namesOf(reach)} only.`);
    if (protocol !== "https:" && !isThisMachine(hostname))
      throw new Refusal(
        403,
        "not-https",
        "This is answered by TLS alone: the proxy says X-Forwarded-Proto: https.",
      );
    await next();
    if (!isThisMachine(hostname)) c.res.headers.set("strict-transport-security", "max-age=31536000");
  });
}

function namesOf({ names, origins }: Reach): string {
  const others = [...origins.map((one) => new URL(one).hostname), ...names];
  return others.length === 0 ? "127.0.0.1 and localhost" : others.join(", ");
}

/** Refuses to change anything on behalf of another site: only JSON, and only from this server's own pages. */
export function onlySameOrigin(reach: Reach) {
  return createMiddleware(async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      const own = addressAsked(c.req.url, c.req.header("x-forwarded-proto"), reach).origin;
      const site = c.req.header("sec-fetch-site") ?? "same-origin";
      if ((c.req.header("origin") ?? own) !== own || !/^(same-origin|none)$/.test(site)) {
        throw new Refusal(403, "foreign-origin", "Another site may not change anything here.");
      }
      if (!/^application\/json(;|$)/i.test(c.req.header("content-type") ?? "")) {
        throw new Refusal(415, "not-json", "Send the body as application/json.");
      }
    }
    await next();
  });
}

/** Nobody has more to say than this. */
export const onlySmallBodies = bodyLimit({
  maxSize: 64 * 1024,
  onError() {
    throw new Refusal(413, "too-long", "The body is longer than 64 KiB.");
  },
});
