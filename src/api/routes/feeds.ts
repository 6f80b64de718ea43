import { z } from "zod";
import { briefsFeed, FEED_FORMATS, warningsFeed } from "../../cycle/answers/feeds.ts";
import { ceilingAsked, tlp } from "../releasing.ts";
import { defineRoute, type Route } from "../route.ts";
import { asOf } from "../shapes/asked.ts";

const SUMMARIES = {
  warnings: "Every change of a warning's state up to that day, as a feed",
  briefs: "Every brief written about a day up to that one, as a feed",
};

/** Each feed in each way it is written. */
export const feeds: readonly Route[] = (["warnings", "briefs"] as const).flatMap((name) =>
  (["atom", "json"] as const).map((format) => feedRoute(name, format)),
);

function feedRoute(name: "warnings" | "briefs", format: "atom" | "json"): Route {
  const { mediaType, write } = FEED_FORMATS[format];
  return defineRoute({
    name: `GET /feeds/${name}.${format}`,
    summary: SUMMARIES[name],
    asks: z.object({ asOf, tlp }),
    shows: "released",
    replies: z.unknown(),
    otherMedia: [mediaType],
    async answer({ asOf: day, tlp: wanted }, { world, dayOf, changesOn }, { address }) {
      const asked = { address, ceiling: ceilingAsked(wanted, world) };
      const known = dayOf(day);
      const feed =
        name === "briefs"
          ? await briefsFeed(world, known, asked)
          : warningsFeed(world, await changesOn(known), asked);
      return new Response(write(feed), { headers: { "content-type": `${mediaType}; charset=utf-8` } });
    },
  });
}
