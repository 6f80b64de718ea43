/** A name in one or several languages, as its id. */
export interface NamedThing {
  readonly id: string;
  readonly names: readonly string[];
}
