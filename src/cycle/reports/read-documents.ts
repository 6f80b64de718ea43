/** What came of reading documents, summed up. */
export interface ReadDocuments {
  readonly documents: number;
  readonly sentences: number;
  readonly events: number;
  readonly reports: number;
}

export const NOTHING_READ: ReadDocuments = { documents: 0, sentences: 0, events: 0, reports: 0 };
