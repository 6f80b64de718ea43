import type { Context } from "hono";
import type { Desk } from "./desk.ts";
import { Refusal } from "./refusal.ts";
import type { Route } from "./route.ts";

/** A route as a handler: parse, ask, reply. */
export function answering(route: Route, desk: Desk): (c: Context) => Promise<Response> {
  return async (c) => {
    const given = c.req.method === "POST" ? await bodyOf(c) : c.req.query();
    const asked = route.asks.safeParse({ ...given, ...c.req.param() });
    if (!asked.success) {
      const [issue] = asked.error.issues;
      throw new Refusal(400, "bad-request", `${issue!.path.join(".") || "request"}: ${issue!.message}.`);
    }
    const reply = await route.answer(asked.data, desk, new URL(c.req.url));
    return reply instanceof Response ? reply : c.json(reply as object);
  };
}

async function bodyOf(c: Context): Promise<object> {
  const given: unknown = await c.req.json().catch(() => null);
  if (typeof given === "object" && given !== null && !Array.isArray(given)) return given;
  throw new Refusal(400, "bad-request", "The body is not a JSON object.");
}
