/** How a verb stands in its sentence. */
export interface VerbReading {
  readonly passive: boolean;
  readonly negated: boolean;
  /** A plain past: what was not done is no refusal, and what may have been done no promise. */
  readonly isPast?: boolean;
  readonly future: boolean;
  /** would, could, may, might. */
  readonly conditional: boolean;
  /** must, should. */
  readonly obliged: boolean;
  /** An infinitive or gerund: it may belong to a verb before it. */
  readonly dependent: boolean;
  /** "stopped supplying": what the verb tells comes to its end. */
  readonly ends?: boolean;
}
