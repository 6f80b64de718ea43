import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Account } from "#model/account.ts";
import type { Gate } from "#access/index.ts";
import { clientAddress } from "./client-address.ts";
import { addressAsked, type Reach } from "./reach.ts";
import { Refusal } from "./refusal.ts";

/** Who asks, and what for. */
export interface Asker {
  /** The address that was asked, as the client wrote it. */
  readonly address: URL;
  /** Null where nobody has to say who they are. */
  readonly account: Account | null;
  /** From where; null where that is unknown. */
  readonly from: string | null;
  /** The secret of the session, where a browser sent one. */
  readonly session: string | null;
}

declare module "hono" {
  interface ContextVariableMap {
    readonly asker: Asker;
  }
}

/** The one route that is answered to whoever has not said who they are. */
const SIGN_IN = "POST /api/session";

/** Finds out who asks; Refusal where they have to say so and do not. */
export function knowingWhoAsks(gate: Gate | undefined, reach: Reach) {
  return createMiddleware(async (c, next) => {
    const address = addressAsked(c.req.url, c.req.header("x-forwarded-proto"), reach);
    const session = getCookie(c, cookieName(address)) ?? null;
    const asker = { address, session, from: clientAddress(c, reach), account: null };
    if (gate === undefined || !(await gate.isGuarded())) {
      c.set("asker", asker);
      return next();
    }
    const account = await accountOf(c, gate, session);
    if (account === null && `${c.req.method} ${c.req.path}` !== SIGN_IN)
      throw new Refusal(401, "sign-in", "Sign in, or send the token of an account.");
    c.set("asker", { ...asker, account });
    await next();
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "private, no-cache");
  });
}

/** A token that is sent counts alone; otherwise the session does. */
async function accountOf(c: Context, gate: Gate, session: string | null): Promise<Account | null> {
  const said = c.req.header("authorization");
  if (said !== undefined) return accountByToken(said, gate);
  return session === null ? null : gate.bySession(session);
}

/** As a bearer token, or as the password of its account: feed readers and TAXII clients know no other way. */
async function accountByToken(said: string, gate: Gate): Promise<Account | null> {
  const [, scheme = "", credentials = ""] = /^(bearer|basic) +(\S+)$/i.exec(said) ?? [];
  if (scheme.toLowerCase() === "bearer") return gate.byToken(credentials);
  const [, name, token] = /^([^:]*):(.+)$/.exec(Buffer.from(credentials, "base64").toString()) ?? [];
  const account = token === undefined ? null : await gate.byToken(token);
  return account?.name === name ? account : null;
}

/** Browsers keep a `__Host-` cookie to this very host, and take it by TLS alone. */
export function cookieName({ protocol }: URL): string {
  return protocol === "https:" ? "__Host-tocsin" : "tocsin";
}

/** How whoever has to say who they are may do so: browsers ask for a password where that is Basic, and pages ask themselves. */
export function waysToSay(path: string): string {
  return path.startsWith("/api/")
    ? 'Bearer realm="tocsin"'
    : 'Basic realm="tocsin", charset="UTF-8", Bearer realm="tocsin"';
}
