import type { Root } from "../plover/plover.ts";

/** What is known of a language, as plain values; `dictionaries/` keeps it as YAML. */
export interface Dictionary {
  readonly language: string;
  /** Told with every event: names the words and rules it was coded with. */
  readonly version: string;
  /** Classes of verbs by name; in languages with an inflector the words are dictionary forms. */
  readonly verbs: Readonly<Record<string, readonly string[]>>;
  /** Classes of nouns by name. */
  readonly nouns: Readonly<Record<string, readonly string[]>>;
  /** Closed classes: negators, modals, prepositions and the like. */
  readonly grammar: Readonly<Record<string, readonly string[]>>;
  /** Dictionary form, past tense, participle. */
  readonly irregular: readonly (readonly [string, string, string])[];
  /** Words for people and bodies, by sector. */
  readonly agents: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly RuleText[];
  readonly contexts: Readonly<Record<string, readonly string[]>>;
}

/** A rule as it is written. */
export interface RuleText {
  readonly id: string;
  /** Null where it is no event but says who speaks: "said", "according to". */
  readonly root: Root | null;
  readonly mode: string | null;
  /** `<class>` is a verb, `{class}` a noun, `[class]` a closed class, anything else a word; `|` parts alternatives; a blank leaves room for a few words, `+` for none, `~` for many. */
  readonly patterns: readonly string[];
  /** Whether it is the speaker's act towards the subject: "Berlin says Russia is behind it". */
  readonly told: boolean;
  /** What the subject and object of the pattern are; `swap` turns them round. */
  readonly swap: boolean;
  /** Its complement belongs to it: "agreed to lift the ban" is one event, not two. */
  readonly takesClause: boolean;
  /** Both sides do it: a compound subject meets itself. */
  readonly mutual: boolean;
  /** What those who do it do among themselves: its object is no party, unless "with" stands before it. */
  readonly among: boolean;
  /** Both sides need a country: "launched a probe from Jiuquan" has one side only. */
  readonly needsCountries: boolean;
  /** Given for nothing: an aid even where a firm gives it, whose supplies are trade otherwise. */
  readonly gratis: boolean;
  /** Its passive is done by whose the thing is: "was awarded a Russian contract". */
  readonly byOwner: boolean;
  /** A promise or intent that takes its root from the verb behind "to": "vowed to strike", "vowed to help". */
  readonly bends: boolean;
  /** An office of a state, or its forces, do it, not the state: "the minister flew to Lima", "ships gathered off Peru". */
  readonly by: "office" | "forces" | null;
  /** A noun that tells an event only where its clause begins with it: "the sale of radars to Peru", not "to debate the sale of". */
  readonly opens: boolean;
}

/** Someone who can act: a watch's actor, a country, an agency, a body. */
export interface ActorEntry {
  readonly id: string;
  /** ISO 3166 alpha-3, or the code of a body between states. */
  readonly country: string;
  readonly sector: string | null;
  readonly names: readonly ActorName[];
}

/** A name as written in one language; `form` carries case bits where the language has them, or is FRAMED or PLACED. */
export interface ActorName {
  readonly text: string;
  readonly language: string;
  readonly form: number;
  /** An adjective or a people: stands before an agent as well as alone. */
  readonly attributive: boolean;
}
