import type { Teller } from "../../../cycle/clients/teller.ts";
import type { World } from "../../../cycle/world.ts";
import { WrongUse } from "../../failure.ts";

/** Who is told in a world; WrongUse where nobody was named. */
export function tellerOf({ teller }: World, verb: string): Teller {
  if (teller !== undefined) return teller;
  throw new WrongUse(`"${verb}" needs --clients FILE or TOCSIN_CLIENTS`);
}
