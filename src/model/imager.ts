import { z } from "zod";

/** A satellite that takes pictures of the ground, and how far to the side it is taken to look. */
export const imager = z
  .object({
    /** Catalogue number. */
    id: z.int().min(1).max(999_999_999),
    name: z.string().min(1),
    /** The actor it belongs to. */
    owner: z.string().min(1),
    sensor: z.enum(["optical", "radar"]),
    /** Degrees from straight down between which it can look; null where nobody outside knows. */
    minOffNadirDeg: z.number().min(0).max(90).nullable(),
    maxOffNadirDeg: z.number().min(0).max(90).nullable(),
    /** What the limits rest on. */
    basis: z.string().min(1),
    source: z.string(),
    confidence: z.enum(["high", "medium", "low"]),
  })
  .refine((one) => (one.minOffNadirDeg === null) === (one.maxOffNadirDeg === null), {
    error: "expected both limits, or neither",
    path: ["maxOffNadirDeg"],
  })
  .refine((one) => (one.minOffNadirDeg ?? 0) <= (one.maxOffNadirDeg ?? 90), {
    error: "expected at least min_off_nadir_deg",
    path: ["maxOffNadirDeg"],
  });

export type Imager = Readonly<z.infer<typeof imager>>;
