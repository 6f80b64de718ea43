import { z } from "zod";
import { day } from "#model/observation.ts";

/** What was known by that day; today when absent. */
export const asOf = z
  .string()
  .pipe(day)
  .optional()
  .meta({ format: "date", description: "What was known by that day; today when absent." });

/** The parameters of a route that asks nothing but the day. */
export const onlyAsOf = z.object({ asOf });

export const isoDay = day.meta({ format: "date" });
