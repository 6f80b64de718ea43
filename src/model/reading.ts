/** What came of reading one version of a document: how many sentences, events and reports, and why the rest is none. */
export interface Reading {
  /** The version's place in the order of storing. */
  readonly documentSeq: number;
  readonly document: string;
  /** Dictionary and rules it was read by. */
  readonly version: string;
  readonly sentences: number;
  readonly events: number;
  /** Events that concern the watch. */
  readonly reports: number;
  /** Sentences without an event and events that do not concern the watch, counted by the reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** ISO 8601 UTC with milliseconds. */
  readonly readAt: string;
}
