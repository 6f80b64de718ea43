import { z } from "zod";
import { type Ceiling, CEILINGS, ceilingNamed, isWithin } from "#model/release.ts";
import type { World } from "../cycle/world.ts";
import { Refusal } from "./refusal.ts";

/** How strictly marked what is asked for may be. */
export const tlp = z
  .string()
  .transform((text) => ceilingNamed(text))
  .refine((ceiling) => ceiling !== null, { error: `expected one of ${CEILINGS.join(", ")}` })
  .default("TLP:CLEAR")
  .meta({ description: "The strictest marking that is wanted; TLP:CLEAR when absent." });

/** The ceiling that was asked for; Refusal where it is above what the operator releases. */
export function ceilingAsked(asked: Ceiling | null, { release = "TLP:CLEAR" }: World): Ceiling {
  const ceiling = asked ?? "TLP:CLEAR";
  if (isWithin(release, ceiling)) return ceiling;
  throw new Refusal(403, "not-released", `Nothing above ${release} is released here.`);
}
