import { generateCookie } from "hono/cookie";
import { z } from "zod";
import { type Account, ROLES } from "#model/account.ts";
import { MARKINGS } from "#model/observation.ts";
import { cookieName } from "../asker.ts";
import type { SessionReply } from "../contract.ts";
import type { Desk } from "../desk.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { closedBecause } from "../showing.ts";

const account = z.strictObject({ name: z.string(), role: z.enum(ROLES), ceiling: z.enum(MARKINGS) });
const replies: z.ZodType<SessionReply> = z.strictObject({
  account: account.nullable(),
  closed: z.string().nullable(),
});
const OPEN = { role: "reader", shows: "released" } as const;

export const session = defineRoute({
  name: "GET /api/session",
  summary: "Who is asking; null where nobody has to say so",
  ...OPEN,
  asks: z.object({}),
  replies,
  answer: (_asked, desk, asker) => replyFor(asker.account, desk),
});

export const signIn = defineRoute({
  name: "POST /api/session",
  summary: "Sign in: the answer brings a cookie",
  ...OPEN,
  asks: z.object({ account: z.string().max(200), password: z.string().max(2000) }),
  replies,
  async answer({ account: said, password }, desk, { address, from, session: before }) {
    const { gate } = desk;
    if (gate === undefined || !(await gate.isGuarded()))
      throw new Refusal(404, "no-accounts", "There are no accounts here, and nobody has to sign in.");
    const asked = { account: said.trim().toLowerCase(), password, address: from, before };
    const made = await gate.signIn(asked);
    if ("session" in made) return toldWith(await replyFor(made.account, desk), address, made.session);
    if (made.waitMs === 0)
      throw new Refusal(401, "not-signed-in", "Name and password do not belong together.");
    const seconds = Math.ceil(made.waitMs / 1000);
    throw new Refusal(429, "wait", `Too many attempts failed: try again in ${seconds} s.`);
  },
});

export const signOut = defineRoute({
  name: "POST /api/session/end",
  summary: "Sign out",
  ...OPEN,
  asks: z.object({}),
  replies,
  async answer(_asked, { gate }, { address, session: secret }) {
    if (secret !== null) await gate?.signOut(secret);
    return toldWith({ account: null, closed: null }, address, "");
  },
});

async function replyFor(told: Account | null, desk: Desk): Promise<SessionReply> {
  return { account: told, closed: await closedBecause(told, "record", desk) };
}

/** The reply with the secret of its session as a cookie, which ends with the browser; an empty one ends at once. */
function toldWith(reply: SessionReply, address: URL, secret: string): Response {
  const isSecure = address.protocol === "https:";
  const cookie = generateCookie(cookieName(address), secret, {
    ...{ path: "/", httpOnly: true, sameSite: "Strict", secure: isSecure },
    ...(secret === "" && { maxAge: 0 }),
  });
  return Response.json(reply, { headers: { "set-cookie": cookie, "cache-control": "no-store" } });
}
