import { z } from "zod";
import { contribution } from "#model/contribution.ts";
import { appendContribution } from "#store/index.ts";
import { defineRoute } from "../route.ts";

export const contribute = defineRoute({
  name: "POST /api/contributions",
  summary: "Hand something in; it stays in quarantine until a person has vetted it",
  asks: contribution,
  replies: z.strictObject({ id: z.string() }),
  answer: async (said, { world }) => ({ id: await appendContribution(world.store, said, world.now()) }),
});
