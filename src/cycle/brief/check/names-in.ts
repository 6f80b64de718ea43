/** Finds what a text names: actors by any of their names, and proper nouns by how they are written. */
import type { Actor } from "#model/actor.ts";
import { OPENING_WORDS } from "./opening-words.ts";
import { namesOf, type Support } from "./support.ts";

/** Finds actors in a text: what was found with the actors that go by it, and the text without them. */
export type ActorFinder = (text: string) => {
  found: { name: string; ids: readonly string[] }[];
  rest: string;
};

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function actorFinder(actors: readonly Actor[]): ActorFinder {
  const bearers = Map.groupBy(
    actors.flatMap((actor) => namesOf(actor).map((name) => ({ name, id: actor.id }))),
    ({ name }) => name,
  );
  const any = anyOf([...bearers.keys()].toSorted((a, b) => b.length - a.length));
  return (text) => {
    const found: { name: string; ids: readonly string[] }[] = [];
    const rest = text.replace(any, (name) => {
      found.push({ name, ids: (bearers.get(name) ?? []).map(({ id }) => id) });
      return " ";
    });
    return { found, rest };
  };
}

/** Spaced scripts are matched as whole words, unspaced ones anywhere. */
function anyOf(names: readonly string[]): RegExp {
  const unspaced = names.filter((name) => UNSPACED.test(name)).map(escaped);
  const spaced = names.filter((name) => !UNSPACED.test(name)).map(escaped);
  const words = spaced.length === 0 ? [] : [`(?<![\\p{L}\\d])(?:${spaced.join("|")})(?![\\p{L}\\d])`];
  return new RegExp([...words, ...unspaced].join("|") || "(?!)", "gu");
}

const WORD = /[\p{L}\d][\p{L}\d'’.&/+-]*/gu;

/**
 * Proper nouns in a text: words with a capital that do not merely open the sentence, words that mix letters and
 * digits, and words in another script. A number right after one belongs to it, as in `Kosmos 2543`.
 */
export function properNouns(text: string): string[] {
  const words = [...text.matchAll(WORD)].map(([word], i) => ({ word: bare(word), opens: i === 0 }));
  const named = words.map(
    ({ word, opens }) => isName(word) && !(opens && OPENING_WORDS.has(word.toLowerCase())),
  );
  return words.flatMap(({ word }, i) => {
    if (named[i]) return [word];
    return /^\d/.test(word) && named[i - 1] ? [`${words[i - 1]!.word} ${word}`] : [];
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function bare(word: string): string {
  return word.replace(/['’]s$/u, "").replace(/[.'’&/+-]+$/u, "");
}

function isName(word: string): boolean {
  return (
    /\p{Lu}/u.test(word) ||
    /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}]/u.test(word) ||
    /\p{L}\d|\d-?\p{L}/u.test(word)
  );
}

/** Whether the cited observations mention a name, as whole words in whatever case. */
export function mentions({ text }: Support, name: string): boolean {
  return anyOf([name.toLowerCase()]).test(text.toLowerCase());
}
