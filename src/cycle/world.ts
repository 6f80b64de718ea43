import type { Estate } from "#model/estate.ts";
import type { Ceiling } from "#model/release.ts";
import type { Watch } from "#model/watch.ts";
import type { Store } from "#store/index.ts";
import type { Teller } from "./clients/teller.ts";
import { createAssessor, type Assessor } from "./assess/assess.ts";
import type { Network } from "./network/network.ts";

/** The world a cycle runs in: everything that is not computed arrives here. */
export interface World {
  readonly watch: Watch;
  readonly watchDir: string;
  readonly store: Store;
  /** ISO 8601 UTC with milliseconds. */
  readonly now: () => string;
  readonly assessor: Assessor;
  /** Absent while no source is switched on: then nothing asks the network. */
  readonly network?: Network;
  /** What an operator runs and depends on; absent where none was named. It is kept nowhere. */
  readonly estate?: Estate;
  /** A folder whose files are read as documents; absent where none is watched. */
  readonly folder?: string;
  /** Who is told of what changed without asking; absent where nobody is. */
  readonly teller?: Teller;
  /** How strictly marked a thing may be and still leave for other programs; TLP:CLEAR where it is not said. */
  readonly release?: Ceiling;
}

/** The assessor is made when it is first asked: much is done without one. */
export function createWorld(world: Omit<World, "assessor">): World {
  let made: Assessor | undefined;
  return { ...world, assessor: (request) => (made ??= createAssessor(world.watch))(request) };
}
