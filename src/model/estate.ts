import { z } from "zod";
import { MARKINGS } from "./observation.ts";

/** What parts of a space system there are. */
export const PART_KINDS = [
  "satellite",
  "link",
  "ground-station",
  "control-centre",
  "network",
  "software",
  "terminal",
  "navigation-signal",
  "factory",
  "launch-site",
] as const;

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "expected lower-case letters, digits and -");

const country = z.string().regex(/^[A-Z]{3}$/, "expected three capital letters such as NOR");

/** One part, any one of several, or so many of them. */
const need = z.union([
  id,
  z.strictObject({ any: z.array(id).min(2) }),
  z
    .strictObject({ least: z.int().positive(), of: z.array(id).min(1) })
    .refine(({ least, of }) => least <= of.length, {
      error: "expected no more than there are",
    }),
]);

const supplier = z.strictObject({
  id,
  name: z.string().min(1),
  country,
  /** Who it is in the watch, where the watch knows it: then what was done to it is told. */
  actor: z.string().optional(),
});

const part = z.strictObject({
  id,
  name: z.string().min(1),
  kind: z.enum(PART_KINDS),
  country: country.optional(),
  /** The catalogue number of a satellite: the page leads to what its orbit shows. */
  catalogue: z.int().positive().max(999_999_999).optional(),
  /** Who makes, runs or maintains it, and so could reach into it. */
  suppliers: z.array(id).default([]),
  needs: z.array(need).default([]),
  /** Countermeasures that are in place, by their numbers: an empty list says that there are none, no list says nothing. */
  safeguards: z.array(z.string()).optional(),
});

const service = z.strictObject({ id, name: z.string().min(1), needs: z.array(need).min(1) });

/** What an operator runs and depends on. It is read where it stands and kept nowhere else. */
export const estate = z.strictObject({
  id,
  name: z.string().min(1),
  marking: z.enum(MARKINGS).default("TLP:AMBER"),
  suppliers: z.array(supplier).default([]),
  parts: z.array(part).min(1),
  services: z.array(service).min(1),
});

export type Estate = Readonly<z.infer<typeof estate>>;
export type EstateNeed = Readonly<z.infer<typeof need>>;
export type Part = Readonly<z.infer<typeof part>>;
