import { z } from "zod";

const oneOrMore = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** What of the events found in texts concerns the watch, and what its record would call it; the first rule that fits is taken. */
export const reportRule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, "expected lower-case letters, digits and -"),
  /** All that is given must hold. Who is named by country, or by an actor's id. */
  when: z.strictObject({
    root: oneOrMore.optional(),
    /** One of these settings is spoken of. */
    context: oneOrMore.optional(),
    source: oneOrMore.optional(),
    target: oneOrMore.optional(),
    /** One of the first and one of the second side, whoever acts. */
    between: z.tuple([oneOrMore, oneOrMore]).optional(),
  }),
  /** What an analyst who accepts it would enter; without it he has to say it himself. */
  becomes: z
    .strictObject({
      stream: z.string().min(1),
      kind: z.string().min(1),
      attributes: z.record(z.string(), z.string()).default({}),
    })
    .optional(),
});

export type ReportRule = Readonly<z.infer<typeof reportRule>>;
