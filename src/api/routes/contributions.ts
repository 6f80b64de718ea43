import { contributions as recordedContributions } from "#store/index.ts";
import { contributorLetters } from "../../cycle/contributor-letters.ts";
import { contributorSource } from "../../cycle/observe/contributions/entered-contribution.ts";
import { contributorLedger } from "../../cycle/vet-contribution.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { contributionsReply } from "../shapes/contributions.ts";

export const contributions = defineRoute({
  name: "GET /api/contributions",
  summary: "What outsiders handed in, what was decided on it, and how each contributor has fared",
  asks: onlyAsOf,
  replies: contributionsReply,
  async answer({ asOf }, { world, dayOf }) {
    const recorded = await recordedContributions(world.store);
    const letters = await contributorLetters(world, dayOf(asOf));
    const contributors = contributorLedger(recorded).map((one) => {
      const letter = letters.get(contributorSource(one.contributor));
      return {
        ...one,
        letter: letter?.letter ?? "F",
        reason: letter?.reason ?? "no claim decided yet",
      } as const;
    });
    return { contributions: recorded, contributors };
  },
});
