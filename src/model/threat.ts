import { z } from "zod";
import { PART_KINDS } from "./estate.ts";
import { query } from "./query.ts";

/** What is done against a threat, by the number of a catalogue of countermeasures. */
export const safeguard = z.strictObject({
  id: z.string().regex(/^[\w.-]+$/, "expected letters, digits and . _ -"),
  name: z.string().min(1),
  /** Whether the name was read in the catalogue, or stands here from memory. */
  verified: z.enum(["text seen", "recall"]),
});

/** A way in which parts of a space system are struck, what counters it, and what in the record shows it. */
export const threat = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, "expected lower-case letters, digits and -"),
  name: z.string().min(1),
  /** What happens, in one sentence, without telling how it is done. */
  statement: z.string().min(1),
  /** Numbers of techniques in the catalogue; none where it has none. */
  techniques: z.array(z.string()),
  /** What is lost by it: the service, its truth, or secrets. */
  harms: z.array(z.enum(["availability", "integrity", "confidentiality"])).min(1),
  strikes: z.array(z.enum(PART_KINDS)).min(1),
  /** Whether it comes by way of whoever supplies a part, so that all parts of one supplier are struck together. */
  through: z.enum(["part", "supplier"]).default("part"),
  safeguards: z.array(z.string()).min(1),
  /** Observations that show it being done, to whomever. */
  seen: query,
});

/** The threats of a watch and the catalogue whose numbers they carry. */
export const threats = z.strictObject({
  catalogue: z.strictObject({ name: z.string().min(1), url: z.url() }),
  safeguards: z.array(safeguard).min(1),
  threats: z.array(threat).min(1),
});

export type Threat = Readonly<z.infer<typeof threat>>;
export type Threats = Readonly<z.infer<typeof threats>>;
