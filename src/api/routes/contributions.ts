import { contributions as recordedContributions } from "#store/index.ts";
import { gradedContributors } from "../../cycle/contributions/vet-contribution.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { contributionsReply } from "../shapes/contributions.ts";

export const contributions = defineRoute({
  name: "GET /api/contributions",
  summary: "What outsiders handed in, what was decided on it, and how each contributor has fared",
  shows: "queues",
  asks: onlyAsOf,
  replies: contributionsReply,
  async answer({ asOf }, { world, dayOf }) {
    const day = dayOf(asOf);
    const recorded = await recordedContributions(world.store, day);
    return { contributions: recorded, contributors: await gradedContributors(world, recorded, day) };
  },
});
