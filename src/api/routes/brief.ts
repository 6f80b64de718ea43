import { z } from "zod";
import { briefAsKnown } from "../../cycle/brief-as-known.ts";
import { BRIEF_FORMATS, BRIEF_MEDIA_TYPES, renderBrief } from "../../cycle/printing/render-brief.ts";
import { defineRoute } from "../route.ts";
import { asOf } from "../shapes/asked.ts";
import { brief as shape } from "../shapes/brief.ts";

export const brief = defineRoute({
  name: "GET /api/brief",
  summary: "The brief of that day, every sentence with the observations it cites",
  asks: z.object({ asOf, format: z.enum(["json", ...BRIEF_FORMATS]).default("json") }),
  replies: shape,
  otherMedia: BRIEF_MEDIA_TYPES,
  async answer({ asOf: day, format }, { world, dayOf, assessedOn }) {
    const composed = await briefAsKnown(world, await assessedOn(dayOf(day)));
    if (format === "json") return composed;
    const { body, mediaType } = await renderBrief(composed, format);
    const name = `${composed.id}.${format}`;
    return new Response(body, {
      headers: { "content-type": mediaType, "content-disposition": `inline; filename="${name}"` },
    });
  },
});
