/** What invented news in one language is made of. Lists of the same name are parallel in all languages. */
export interface Phrasebook {
  readonly headlines: readonly string[];
  readonly leads: readonly string[];
  readonly body: readonly string[];
  /** Sentences that a follow-up repeats. */
  readonly background: readonly string[];
  /** How somebody else tells the same event. */
  readonly independent: readonly string[];
  /** Whole texts of which only the figures change. */
  readonly release: readonly string[];
  readonly boilerplate: readonly string[];
  readonly credits: readonly string[];
  readonly creditLine: (agency: string) => string;
  readonly synonyms: Readonly<Record<string, string>>;
  readonly actors: readonly string[];
  readonly objects: readonly string[];
  readonly places: readonly string[];
  readonly did: readonly string[];
  readonly months: readonly string[];
  readonly date: (day: number, month: string, year: number) => string;
  /** What stands between sentences. */
  readonly joiner: string;
}
