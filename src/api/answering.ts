import type { Context } from "hono";
import { type Account, mayActAs } from "#model/account.ts";
import type { Desk } from "./desk.ts";
import { Refusal } from "./refusal.ts";
import { roleFor, type Route } from "./route.ts";
import { refuseAbove } from "./showing.ts";

/** A route as a handler: parse, ask, reply, at the desk of whoever asks. */
export function answering(
  route: Route,
  deskOf: (account: Account | null) => Desk,
): (c: Context) => Promise<Response> {
  return async (c) => {
    const asker = c.get("asker");
    const { account } = asker;
    const desk = deskOf(account);
    refuseRole(route, account);
    await refuseAbove(account, route.shows ?? "record", desk);
    const given = c.req.method === "POST" ? signed(await bodyOf(c), route, account) : c.req.query();
    const asked = route.asks.safeParse({ ...given, ...c.req.param() });
    if (!asked.success) {
      const [issue] = asked.error.issues;
      throw new Refusal(400, "bad-request", `${issue!.path.join(".") || "request"}: ${issue!.message}.`);
    }
    const reply = await route.answer(asked.data, desk, asker);
    if (account !== null && roleFor(route) !== "reader")
      await desk.gate?.record(account, route.name, c.req.path);
    // What came in while this was worked out may be marked above what the account is shown.
    await refuseAbove(account, route.shows ?? "record", desk);
    return reply instanceof Response ? reply : c.json(reply as object);
  };
}

function refuseRole(route: Route, account: Account | null): void {
  const needed = roleFor(route);
  if (account === null || mayActAs(account, needed)) return;
  throw new Refusal(403, "role", `${account.name} is a ${account.role}: this takes the role of ${needed}.`);
}

/** What an account decides is recorded under its name, and under no other. */
function signed(body: Readonly<Record<string, unknown>>, route: Route, account: Account | null): object {
  if (account === null || !("by" in route.asks.shape)) return body;
  if (body.by === undefined || body.by === account.name) return { ...body, by: account.name };
  throw new Refusal(403, "not-you", `This is recorded under ${account.name}: leave "by" out.`);
}

async function bodyOf(c: Context): Promise<Record<string, unknown>> {
  const given: unknown = await c.req.json().catch(() => null);
  if (typeof given === "object" && given !== null && !Array.isArray(given)) return { ...given };
  throw new Refusal(400, "bad-request", "The body is not a JSON object.");
}
