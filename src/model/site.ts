import { z } from "zod";

/** A place on the ground that is watched: what is known of it, what is only suspected, and how sure where it is. */
export const site = z.object({
  id: z.string().regex(/^[A-Z0-9-]+$/, "expected capital letters, digits and -"),
  name: z.string().min(1),
  /** The actor that runs it. */
  operator: z.string().min(1),
  /** ISO 3166 alpha-3 of the country it lies in; empty on the high seas. */
  country: z.string().regex(/^([A-Z]{3})?$/, "expected three capital letters such as CHN"),
  /** What it is for: `launch`, `deep-space`. */
  kind: z.string().regex(/^[a-z][a-z-]*$/, "expected lower-case letters and -"),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  /** Over the ellipsoid; null where it is not known, and then taken for zero. */
  altM: z.number().min(-500).max(9000).nullable(),
  /** How far the place may be from there. */
  precisionKm: z.number().positive(),
  /** How far its own ground reaches: what a picture of it should show. */
  footprintKm: z.number().positive(),
  status: z.enum(["active", "dormant", "planned", "contested", "closed"]),
  confidence: z.enum(["high", "medium", "low"]),
  known: z.string(),
  suspected: z.string(),
  /** What McDowell's General Catalog calls the same place; empty where it has none. */
  gcat: z.string(),
  source: z.string().min(1),
  /** Whether the coordinates were read in the source, or nobody has checked them yet. */
  verified: z.enum(["looked up", "recall"]),
});

export type Site = Readonly<z.infer<typeof site>>;
