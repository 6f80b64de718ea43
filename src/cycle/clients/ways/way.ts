import type { Client, ClientList } from "#model/client.ts";
import type { Fetch } from "../../network/guarded-fetch.ts";
import type { Letter } from "../letter.ts";

/** What a way needs to reach a client with. */
export interface Wires {
  readonly fetch: Fetch;
  /** ISO 8601 UTC with milliseconds. */
  readonly now: () => string;
  readonly mail?: ClientList["mail"];
  readonly mailPassword: string | null;
  /** By the client's id. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly patienceMs: number;
}

/** A way in which clients are told, by the beginning of their address. */
export interface Way {
  readonly protocols: readonly string[];
  /** Resolves once the other side has taken the letter; OutsideFailed where it has not. */
  readonly tell: (letter: Letter, client: Client, wires: Wires) => Promise<void>;
}
