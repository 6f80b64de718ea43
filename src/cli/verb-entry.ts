import type { Verb } from "./verb.ts";

/** A verb by name; its code is loaded when it is asked for, so that small commands start fast. */
export interface VerbEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Verb>;
}
