import type { Article } from "#science/text/index.ts";
import type { Random } from "#science/numbers/index.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { integer, pickOf, sample } from "./random-choice.ts";

/** Where one sentence ends and the next begins. */
export const SENTENCE_END = /(?<=[.!?]) +|(?<=。)/u;

type Edit = (sentences: readonly string[], book: Phrasebook, random: Random) => readonly string[];

/** What papers do to wire copy. */
const EDITS: Readonly<Record<string, Edit>> = {
  truncate: (sentences, _book, random) =>
    sentences.slice(0, Math.max(2, Math.ceil(sentences.length * (1 - 0.6 * random())))),
  reorder: (sentences, _book, random) => [
    sentences[0]!,
    ...sample(sentences.slice(1), sentences.length, random),
  ],
  pad: (sentences, book, random) => {
    const padding = sample(book.boilerplate, integer(random, 1, 3), random);
    return random() < 0.3 ? [padding[0]!, ...sentences, ...padding.slice(1)] : [...sentences, ...padding];
  },
  credit: ([first, ...rest], book, random) => [
    book.creditLine(pickOf(book.credits, random)) + first!,
    ...rest,
  ],
  reword: (sentences, book, random) => sentences.map((sentence) => reworded(sentence, book, random)),
};

/** One to four edits, and often another headline. */
export function editedCopy(
  original: Article,
  book: Phrasebook,
  random: Random,
): Pick<Article, "title" | "text"> {
  const sentences = original.text.split(SENTENCE_END);
  const edits = sample(Object.values(EDITS), integer(random, 1, 4), random);
  const edited = edits.reduce<readonly string[]>((text, edit) => edit(text, book, random), sentences);
  const title = random() < 0.6 ? pickOf(sentences, random).slice(0, 60) : original.title;
  return { title, text: edited.join(book.joiner) };
}

/** Words replaced by others of the same meaning, and one word in thirty left out or doubled. */
function reworded(sentence: string, book: Phrasebook, random: Random): string {
  const replaced = Object.entries(book.synonyms).reduce(
    (text, [word, other]) => (random() < 0.7 ? text.replace(word, other) : text),
    sentence,
  );
  if (book.joiner === "") return replaced;
  return replaced
    .split(" ")
    .flatMap((word) =>
      random() < 1 / 30 && !/\d/.test(word) ? (random() < 0.5 ? [] : [word, word]) : [word],
    )
    .join(" ");
}
