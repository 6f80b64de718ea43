import { z } from "zod";

/** What a satellite is in a watch: one whose behaviour is followed, or one whose neighbourhood is. */
const OBJECT_ROLES = ["followed", "guarded"] as const;

/** A satellite the watch cares about, by catalogue number. */
export const watchedObject = z.object({
  id: z.string().regex(/^[1-9]\d{0,8}$/, "expected a catalogue number of up to nine digits"),
  name: z.string().min(1),
  /** Who runs it, an actor of the watch. */
  actor: z.string().min(1),
  class: z.string().min(1),
  role: z.enum(OBJECT_ROLES),
  source: z.string().min(1),
});

export type WatchedObject = Readonly<z.infer<typeof watchedObject>>;
