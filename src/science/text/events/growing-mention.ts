/** A mention while it takes in the words that belong to it, as far as every language has it. */
export interface GrowingMention {
  from: number;
  to: number;
  actor: number;
  country: string | null;
  sector: string | null;
}
