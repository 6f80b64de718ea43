import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { Refusal } from "../refusal.ts";

/** The one media type of TAXII 2.1. */
export const TAXII = "application/taxii+json;version=2.1";

/** Refuses whoever does not take TAXII 2.1. */
export const onlyTaxii = createMiddleware(async (c, next) => {
  const accepted = (c.req.header("accept") ?? "*/*")
    .split(",")
    .map((one) => one.toLowerCase().replaceAll(/\s/g, ""));
  if (!accepted.some(takesTaxii))
    throw new Refusal(406, "not-acceptable", `This server speaks ${TAXII} alone.`);
  await next();
});

/** Without a version the latest is meant. */
function takesTaxii(range: string): boolean {
  const [type = "", ...parameters] = range.split(";");
  const version = parameters.find((one) => one.startsWith("version="))?.slice("version=".length);
  return /^(application\/taxii\+json|application\/\*|\*\/\*)$/.test(type) && (version ?? "2.1") === "2.1";
}

/** What a page says of its first and last object. */
interface Dates {
  readonly first?: string | undefined;
  readonly last?: string | undefined;
}

/** An answer in TAXII, with when its first and its last object were added. */
export function taxii(c: Context, body: object, { first, last }: Dates = {}): Response {
  if (first !== undefined) c.header("X-TAXII-Date-Added-First", first);
  if (last !== undefined) c.header("X-TAXII-Date-Added-Last", last);
  return c.body(JSON.stringify(body), 200, { "content-type": TAXII });
}

/** Why there is no answer. */
export interface Fault {
  readonly status: Refusal["status"] | 422 | 500 | 503;
  readonly code: string;
  readonly message: string;
}

/** A fault as TAXII tells it. */
export function taxiiError(c: Context, { status, code, message }: Fault): Response {
  const body = { title: message, error_code: code, http_status: String(status) };
  return c.body(JSON.stringify(body), status, { "content-type": TAXII });
}
