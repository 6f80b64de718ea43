import { z } from "zod";

/** A state, organisation or role, with its names in the languages the sources are written in. */
export const actor = z.object({
  id: z.string().min(1),
  names: z.object({ en: z.string().min(1), ru: z.string().optional(), zh: z.string().optional() }),
  aliases: z.object({ en: z.array(z.string()), ru: z.array(z.string()), zh: z.array(z.string()) }),
  country: z.string(),
  kind: z.string().min(1),
  bloc: z.string(),
  parent: z.string(),
  aliasConfidence: z.string(),
});

export type Actor = Readonly<z.infer<typeof actor>>;
