import { z } from "zod";
import { sitePictures as picturesOf } from "../../cycle/imagery/site-pictures.ts";
import { siteKnown } from "../../cycle/sites/sites-known.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { asOf } from "../shapes/asked.ts";
import { sitePicturesReply } from "../shapes/sites.ts";

export const sitePictures = defineRoute({
  name: "GET /api/sites/:id/pictures",
  summary:
    "What pictures of a site came to, what was decided on it, and all that is known of the place by its day",
  asks: z.object({ asOf, id: z.string() }),
  replies: sitePicturesReply,
  async answer({ asOf: day, id }, { world, dayOf }) {
    const known = dayOf(day);
    const site = await siteKnown(world, id, known);
    if (!site) throw new Refusal(404, "no-site", `The watch has no site "${id}".`);
    return picturesOf(world, site, known);
  },
});
