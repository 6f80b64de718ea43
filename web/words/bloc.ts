import type { WatchReply } from "../../src/api/contract.ts";
import type { Observation } from "#model/observation.ts";

type Sides = Pick<WatchReply, "blocs" | "actors">;

/** Colour tokens of the blocs, in the order in which the watch names them. */
const TOKENS = ["--bloc-east", "--bloc-west"] as const;
const OTHER = "--bloc-other";

/** The bloc of the first actor that has one; null where none has. */
export function blocOf(sides: Sides, { actors: named }: Observation): string | null {
  for (const { id } of named) {
    const bloc = actorBloc(sides, id);
    if (bloc !== null) return bloc;
  }
  return null;
}

/** The bloc of an actor by its id; null where it has none. */
export function actorBloc({ blocs, actors }: Sides, id: string | undefined): string | null {
  const bloc = actors.find((actor) => actor.id === id)?.bloc;
  return bloc && bloc in blocs ? bloc : null;
}

export function blocToken({ blocs }: Pick<Sides, "blocs">, bloc: string | null): `--${string}` {
  return bloc === null ? OTHER : (TOKENS[Object.keys(blocs).indexOf(bloc)] ?? OTHER);
}

export function blocName({ blocs }: Pick<Sides, "blocs">, bloc: string | null): string {
  return bloc === null ? "neither bloc" : (blocs[bloc]?.name ?? bloc);
}
