import { type RawBuilder, sql } from "kysely";
import type { Observation } from "#model/observation.ts";
import type { Store } from "./store.ts";

/**
 * Full text that finds the same on both databases and in every script: words are cut here. A Chinese or
 * Japanese character is a word of its own; letters lose case and accents; what is between words separates.
 */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]+/gv;
const LONGEST_WORD = 100;
const MOST_WORDS = 10_000;
/** Parts of a search, and words of a part: the databases refuse longer ones. */
const MOST_ASKED = 50;

/** The words of a text in their order. */
export function wordsOf(text: string): string[] {
  const plain = /^[\0-\x7f]*$/.test(text) ? text : text.normalize("NFKD").replace(/\p{M}+/gu, "");
  const words = plain.toLowerCase().match(WORD) ?? [];
  return words.slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}

/** What can be searched: the claim, the place and the actors. */
export function searchedText({ claim, place, actors }: Observation): string {
  return [claim, place?.name ?? "", ...actors.map(({ id }) => id)].join("\n");
}

/** Adds the texts to the index under the `seq` of their versions. */
export async function indexWords(
  { db, dialect }: Store,
  texts: readonly { readonly seq: number; readonly text: string }[],
): Promise<void> {
  if (texts.length === 0) return;
  const rows = texts.map(({ seq, text }) =>
    dialect === "sqlite"
      ? sql`(${seq}, ${wordsOf(text).join(" ")})`
      : sql`(${seq}, ${tsvectorOf(wordsOf(text))}::tsvector)`,
  );
  const key = sql.raw(dialect === "sqlite" ? "rowid" : "seq");
  await sql`insert into observation_words (${key}, words) values ${sql.join(rows)}`.execute(db);
}

/**
 * The `seq` of every version that has each blank-separated part of `q` as consecutive words, the last one
 * possibly only begun. No text is a syntax error; one without any letter or digit finds nothing.
 */
export function versionsWithWords(dialect: Store["dialect"], q: string): RawBuilder<number> {
  const parts = q
    .split(/\s+/)
    .map((part) => wordsOf(part).slice(0, MOST_ASKED))
    .filter((words) => words.length > 0)
    .slice(0, MOST_ASKED);
  if (parts.length === 0) return sql`(select -1)`;
  if (dialect === "sqlite") {
    const match = parts.map((words) => `"${words.join(" ")}"*`).join(" AND ");
    return sql`(select rowid from observation_words where words match ${match})`;
  }
  const match = parts.map((words) => `(${words.map((word) => `'${word}'`).join(" <-> ")}:*)`).join(" & ");
  return sql`(select seq from observation_words where words @@ ${match}::tsquery)`;
}

function tsvectorOf(words: readonly string[]): string {
  return words.map((word, i) => `'${word}':${i + 1}`).join(" ");
}
