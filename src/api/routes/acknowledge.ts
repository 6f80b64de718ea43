import { z } from "zod";
import { acknowledgeWarning } from "../../cycle/acknowledge-warning.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { acknowledgement } from "../shapes/warning.ts";

export const acknowledge = defineRoute({
  name: "POST /api/warnings/:id/acknowledge",
  summary: "Say that a warning was read; the warning itself stays as it is",
  role: "analyst",
  asks: z.object({
    id: z.string(),
    by: z.string().trim().min(1).max(200),
    note: z.string().trim().max(2000).default(""),
  }),
  replies: acknowledgement,
  async answer({ id, by, note }, { world, today, assessedOn }) {
    const made = await acknowledgeWarning(world, await assessedOn(today()), { warning: id, by, note });
    if (made === null) throw new Refusal(404, "no-warning", `There is no warning "${id}" today.`);
    return made;
  },
});
