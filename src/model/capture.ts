/** Raw bytes as fetched, addressed by their content. Immutable. */
export interface Capture {
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly source: string;
  readonly url: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly fetchedAt: string;
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** A piece of a capture nobody could read, kept with its reason. */
export interface Reject {
  readonly capture: string;
  readonly line: number;
  readonly column: number;
  readonly wrong: string;
  readonly right: string;
  readonly text: string;
}
