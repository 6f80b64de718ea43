import { z } from "zod";
import { day } from "./observation.ts";

/** A scene that a catalogue had of a site; null where the catalogue does not say. */
export const sceneFound = z.object({
  id: z.string().min(1),
  collection: z.string().nullable(),
  /** ISO 8601 UTC. */
  datetime: z.string(),
  platform: z.string().nullable(),
  cloudPercent: z.number().nullable(),
  sunElevationDeg: z.number().nullable(),
  passDirection: z.enum(["ascending", "descending"]).nullable(),
  relativeOrbit: z.number().nullable(),
  /** Where its scene classes can be read: which pixels clouds, shadows and snow hide. */
  classesAt: z.string().nullable().default(null),
});

/** What a search of a catalogue found of a site, as it was kept. */
export const sceneSearch = z.object({
  site: z.string(),
  provider: z.string(),
  searchedAt: z.string(),
  /** The days that were asked for; null where that side was open. */
  from: day.nullable(),
  to: day.nullable(),
  /** Whether the search came to its end: of one cut short nobody knows what more there was. */
  isComplete: z.boolean(),
  scenes: z.array(sceneFound),
});

export type SceneFound = Readonly<z.infer<typeof sceneFound>>;
export type SceneSearch = Readonly<z.infer<typeof sceneSearch>>;
