import type { Assessment } from "#model/assessment.ts";
import type { Clients } from "#watch/index.ts";
import type { OwnKeys } from "../sealing/own-keys.ts";
import type { Fetch } from "../network/guarded-fetch.ts";

/** Who is told without asking, and with what they are reached. */
export interface Teller {
  readonly clients: Clients;
  readonly fetch: Fetch;
  readonly patienceMs: number;
  /** What letters are signed with; null where no keys were made. */
  readonly keys: OwnKeys | null;
  /** Days that were replayed, kept from one round to the next. */
  readonly replayed: Map<string, Assessment>;
}
