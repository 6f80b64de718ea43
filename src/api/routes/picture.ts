import { z } from "zod";
import { captureOf } from "#store/index.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";

export const picture = defineRoute({
  name: "GET /api/pictures/:sha256",
  summary: "The bytes of a quicklook of a site, by their hash",
  asks: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/, "expected a SHA-256 in hexadecimal") }),
  replies: z.unknown(),
  otherMedia: ["image/png"],
  async answer({ sha256 }, { world }) {
    const capture = await captureOf(world.store, sha256);
    // whatever else was captured is nobody's to show as a page of this server
    if (!capture?.source.startsWith("imagery/") || capture.mediaType !== "image/png") {
      throw new Refusal(404, "no-picture", "There is no such picture of a site.");
    }
    const headers = {
      "content-type": capture.mediaType,
      "cache-control": "private, max-age=31536000, immutable",
    };
    return new Response(new Uint8Array(capture.bytes), { headers });
  },
});
