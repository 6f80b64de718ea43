import type { ElementSet } from "#science/orbits/index.ts";

/** An element set as it was published. */
export interface PublishedSet {
  readonly elements: ElementSet;
  /** ISO 8601 UTC. */
  readonly knownAt: string;
  /** SHA-256 of the capture it stands in. */
  readonly capture: string;
}
