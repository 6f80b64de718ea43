/** What a satellite catalogue says of one object, besides its orbit; empty texts where it says nothing. */
export interface SpaceObject {
  /** Catalogue number. */
  readonly id: number;
  readonly name: string;
  /** International designator, `1998-067A`. */
  readonly designator: string;
  readonly kind: "payload" | "rocket body" | "debris" | "unknown";
  /** The owner in the catalogue's own code, `PRC`. */
  readonly owner: string;
  /** ISO 8601 days, shortened where less is known. */
  readonly launchedOn: string;
  readonly decayedOn: string;
  readonly launchSite: string;
}

/** A catalogue entry as the store keeps it. */
export interface RecordedSpaceObject {
  readonly object: SpaceObject;
  /** The catalogue that says so. */
  readonly catalogue: string;
  /** When it was read; ISO 8601 UTC with milliseconds. */
  readonly recordedAt: string;
}
