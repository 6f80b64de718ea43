import { z } from "zod";
import { opinion } from "#model/opinion.ts";
import type { OpinionsReply } from "../contract.ts";
import { review } from "./report.ts";

export const opinionsReply: z.ZodType<OpinionsReply> = z.strictObject({
  total: z.int(),
  refused: z.int().meta({ description: "Answers that did not fit their sentence." }),
  opinions: z.array(z.strictObject({ opinion: opinion.meta({ id: "Opinion" }), review: review.nullable() })),
});
