import { z } from "zod";
import { contribution } from "#model/contribution.ts";
import { receiveContribution } from "../../cycle/contributions/receive-contribution.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";

export const contribute = defineRoute({
  name: "POST /api/contributions",
  summary: "Hand something in; it stays in quarantine until a person has vetted it",
  role: "analyst",
  shows: "released",
  asks: contribution,
  replies: z.strictObject({ id: z.string() }),
  async answer(said, { world }) {
    const received = await receiveContribution(world, said);
    if ("id" in received) return received;
    const { refused, because } = received;
    throw refused === "too-many"
      ? new Refusal(429, "too-many", `Refused: ${because}.`)
      : new Refusal(400, "bad-request", `${because}.`);
  },
});
