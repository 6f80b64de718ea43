import type { DatedCode } from "./petrarch-dictionary.ts";
import { petrarchWords } from "./petrarch-words.ts";
import { phraseTable, type PhraseTable } from "./phrase-table.ts";

/** `NAME [CODE]`, other names of the same behind `+`, and codes in lines of their own: `[CODE <950601]`, `[CODE 19950601-19990815]`. */
export function parseActors(text: string): PhraseTable<readonly DatedCode[]> {
  const entries: { names: string[]; codes: DatedCode[] }[] = [];
  for (const line of linesOf(text)) {
    const [name = ""] = line.split("[");
    const codes = [...line.matchAll(/\[([^\]]+)\]/g)].map(([, inner]) => datedCode(inner!));
    if (name.trim() !== "" && !name.startsWith("+")) entries.push({ names: [], codes: [] });
    const entry = entries.at(-1);
    if (name.trim() !== "") entry?.names.push(name.replace(/^\+/, ""));
    entry?.codes.push(...codes);
  }
  return phraseTable(
    entries.flatMap(({ names, codes }) => names.map((name) => [wordsIn(name), codes] as const)),
  );
}

/** Lines without remarks: `#` to the end of a line, and `<!-- … -->`. */
export const linesOf = (text: string): string[] =>
  text
    .replace(/<\s?!--[^]*?-->/g, "")
    .split(/\r?\n/)
    .map((line) => line.replace(/(?<!\[#*)#(?!#*\]).*$/, "").trimEnd())
    .filter((line) => line.trim() !== "");

/** The words of a phrase of a dictionary. */
export const wordsIn = (phrase: string): string[] => petrarchWords(phrase).map(({ word }) => word);

function datedCode(inner: string): DatedCode {
  const [, code = "", sign = "", first = "", last = ""] =
    /^\s*([^\s<>]+)\s*([<>]?)\s*(\d{6,8})?(?:\s*-\s*(\d{6,8}))?\s*$/.exec(inner) ?? [];
  const from = sign === ">" || last !== "" ? dayOf(first) : null;
  const to = sign === "<" ? dayOf(first) : last === "" ? null : dayOf(last);
  return { code: code.toUpperCase(), from, to };
}

/** Years of two digits are of the century that began in 1930. */
const dayOf = (digits: string) =>
  digits.length === 8 ? digits : `${digits.slice(0, 2) < "30" ? "20" : "19"}${digits}`;
