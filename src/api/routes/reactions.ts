import type { ReactionOnDay } from "../../cycle/answers/reactions-as-known.ts";
import type { ReactionReply } from "../contract.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { reactionsReply } from "../shapes/reactions.ts";

export const reactions = defineRoute({
  name: "GET /api/reactions",
  summary: "Whether one bloc's acts bring on the other's",
  asks: onlyAsOf,
  replies: reactionsReply,
  async answer({ asOf }, { dayOf, reactionsOn }) {
    const day = dayOf(asOf);
    return { asOf: day, reactions: (await reactionsOn(day)).map(reply) };
  },
});

function reply({ analysis, ...asked }: ReactionOnDay): ReactionReply {
  if (analysis === null) return { ...asked, analysis };
  const bloc = (type: number) => asked.between[type]!;
  const [slow, fast] = analysis.intervals.theta;
  return {
    ...asked,
    analysis: {
      directions: analysis.directions.map(
        ({ from, to, excitation, interval, test, controlled, verdict }) => ({
          from: bloc(from),
          to: bloc(to),
          excitation,
          low: interval[0],
          high: interval[1],
          p: test.p,
          controlledExcitation: controlled.excitation,
          controlledP: controlled.p,
          verdict,
        }),
      ),
      delayDays: 1 / analysis.fit.theta,
      delayLow: fast === null ? null : 1 / fast,
      delayHigh: slow === null ? null : 1 / slow,
      spectralRadius: analysis.spectralRadius,
      slowerThanDays: analysis.control?.slowerThan ?? null,
      fits: analysis.rescaling.map(({ p, events }, type) => ({ bloc: bloc(type), p, events })),
    },
  };
}
