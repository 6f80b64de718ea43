import { z } from "zod";
import { day } from "./observation.ts";
import { query } from "./query.ts";

/** Which observations are milestones, whose they are, and the questions asked of them: fixed before looking. */
export const timelineRules = z.strictObject({
  where: query,
  /** The attribute that says whose a milestone is. */
  by: z.string().min(1),
  /** Two blocs of the watch, of which one may lead. */
  sides: z.tuple([z.string(), z.string()]).refine(([a, b]) => a !== b, { error: "expected two blocs" }),
  /** The first day on which milestones were looked for. */
  from: day,
  /** The band of periods that is asked about. */
  periodYears: z
    .strictObject({ min: z.number().positive(), max: z.number().positive() })
    .refine(({ min, max }) => min < max, { error: "expected min below max" }),
  /** After which a milestone weighs half in the lead index. */
  halfLifeYears: z.number().positive(),
});

export type TimelineRules = Readonly<z.infer<typeof timelineRules>>;
