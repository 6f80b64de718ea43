import type { Context } from "hono";
import { z } from "zod";
import type { ObjectsAsked } from "../../cycle/answers/taxii-collections.ts";
import { Refusal } from "../refusal.ts";

const MOST_OBJECTS = 500;

const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, "expected a moment such as 2026-11-23T06:30:00.000Z");
const list = z.string().transform((text) => text.split(","));

const shape = z.object({
  added_after: moment.optional(),
  limit: z.coerce.number().int().min(1).default(MOST_OBJECTS),
  next: z
    .string()
    .regex(/^\d{4}-\S+ \S+ \S+Z$/, "expected what the page before said")
    .optional(),
  "match[id]": list.optional(),
  "match[type]": list.optional(),
  "match[version]": list.pipe(z.array(z.union([z.enum(["first", "last", "all"]), moment]))).default(["last"]),
  "match[spec_version]": list.default(["2.1"]),
});

/** What the address asks of a collection; Refusal where it makes no sense. */
export function objectsAsked(c: Context): ObjectsAsked {
  const asked = shape.safeParse(c.req.query());
  if (!asked.success) {
    const [issue] = asked.error.issues;
    throw new Refusal(400, "bad-request", `${issue!.path.join(".")}: ${issue!.message}.`);
  }
  const { added_after: after, limit, next, ...match } = asked.data;
  return {
    addedAfterMs: after === undefined ? undefined : Date.parse(after),
    limit: Math.min(limit, MOST_OBJECTS),
    next,
    ids: match["match[id]"],
    // Everything here is of one version of STIX.
    types: match["match[spec_version]"].includes("2.1") ? match["match[type]"] : [],
    versions: match["match[version]"],
  };
}
