/** A word of a text in capitals, as dictionaries of PETRARCH write them; offsets are UTF-16 units. */
export interface PetrarchWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const PIECE = /[\p{L}\d][\p{L}\d.&'’-]*|'s|’s|[,;:()"]/giu;

/** Parts a text or a phrase into words: `'S` and `N'T` by themselves, blanks and `_` alike, marks that part clauses kept. */
export function petrarchWords(text: string): PetrarchWord[] {
  return [...withoutAsides(text).matchAll(PIECE)].flatMap(({ 0: piece, index }) =>
    partsOf(piece.toUpperCase().replaceAll("’", "'")).map(([word, from, to]) => ({
      word,
      from: index + from,
      to: index + to,
    })),
  );
}

/** Blanks for `_` and for what stands in brackets, so that places stay. */
const withoutAsides = (text: string) =>
  text.replaceAll("_", " ").replace(/\([^()]*\)/g, (aside) => " ".repeat(aside.length));

type Part = readonly [word: string, from: number, to: number];

function partsOf(piece: string): Part[] {
  const word = withoutStop(piece);
  if (word.length > 3 && word.endsWith("N'T")) return cut(word, word.length - 3);
  if (word.length > 2 && word.endsWith("'S")) return cut(word, word.length - 2);
  if (word.length > 2 && word.endsWith("S'")) return cut(word, word.length - 1);
  return [[word, 0, word.length]];
}

const cut = (word: string, at: number): Part[] => [
  [word.slice(0, at), 0, at],
  [word.slice(at) === "'" ? "'S" : word.slice(at), at, word.length],
];

/** The full stop of `U.S.` and of an initial belongs to the word, that of a sentence does not. */
function withoutStop(piece: string): string {
  const bare = piece.replace(/[.'-]+$/, (end) => (end === "'" && /s'$/i.test(piece) ? "'" : ""));
  return piece.endsWith(".") && (bare.includes(".") || bare.length === 1) ? `${bare}.` : bare;
}
