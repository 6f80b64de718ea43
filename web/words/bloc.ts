import type { WatchReply } from "../../src/api/contract.ts";
import type { Observation } from "#model/observation.ts";

type Sides = Pick<WatchReply, "blocs" | "actors">;

/** Colour tokens of the blocs, in the order in which the watch names them. */
const TOKENS = ["--bloc-east", "--bloc-west"] as const;
const OTHER = "--bloc-other";

/** The bloc of the first actor that has one; null where none has. */
export function blocOf({ blocs, actors }: Sides, { actors: named }: Observation): string | null {
  for (const { id } of named) {
    const bloc = actors.find((actor) => actor.id === id)?.bloc;
    if (bloc && bloc in blocs) return bloc;
  }
  return null;
}

export function blocToken({ blocs }: Pick<Sides, "blocs">, bloc: string | null): `--${string}` {
  return bloc === null ? OTHER : (TOKENS[Object.keys(blocs).indexOf(bloc)] ?? OTHER);
}

export function blocName({ blocs }: Pick<Sides, "blocs">, bloc: string | null): string {
  return bloc === null ? "neither bloc" : (blocs[bloc]?.name ?? bloc);
}
