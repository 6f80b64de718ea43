import { z } from "zod";
import { speakerOf } from "./speaker.ts";

/** Where open material comes from, and how far to trust it. */
export const source = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  url: z.string(),
  feedUrl: z.string(),
  format: z.string().min(1),
  language: z.string().min(1),
  country: z.string(),
  kind: z.string().min(1),
  stateControlled: z.boolean(),
  reliability: z.enum(["A", "B", "C", "D", "E", "F"]),
  licence: z.string(),
  liveness: z.string(),
  urlKind: z.string(),
  /** Other names under which a record or a page cites it. */
  knownAs: z.array(z.string().min(1)).optional(),
});

export type Source = Readonly<z.infer<typeof source>>;

/** Finds the source that a name cites, by any name it goes by, or else the one whose claim was passed on under it. */
export function sourceFinder(sources: readonly Source[]): (name: string) => Source | undefined {
  const byName = new Map(
    sources.flatMap((source) =>
      [source.name, ...(source.knownAs ?? [])].map((name) => [name, source] as const),
    ),
  );
  return (name) => byName.get(name) ?? byName.get(speakerOf(name));
}

/**
 * Who speaks under a name: the catalogued source by its own name, whatever name it was cited by or passed on under, else
 * whom the name itself names. Two names with one speaker are one source, which confirms nothing that it said itself.
 */
export function speakerFinder(sources: readonly Source[]): (name: string) => string {
  const catalogued = sourceFinder(sources);
  return (name) => catalogued(name)?.name ?? speakerOf(name);
}
