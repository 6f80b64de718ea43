import { linesOf, wordsIn } from "./parse-actors.ts";
import type { AgentCode } from "./petrarch-dictionary.ts";
import { phraseTable, type PhraseTable } from "./phrase-table.ts";

/** `WORD {PLURAL} [~CODE]`: no braces make a regular plural, empty ones none; `!NAME! = A, B` are words to put in its place. */
export function parseAgents(text: string): PhraseTable<AgentCode> {
  const substitutes = new Map<string, string[]>();
  const entries: (readonly [words: readonly string[], code: AgentCode])[] = [];
  for (const line of linesOf(text)) {
    const [, name, list] = /^(![A-Z]+!)\s*=\s*(.*)$/.exec(line) ?? [];
    if (name)
      substitutes.set(
        name,
        list!.split(",").map((one) => one.trim()),
      );
    const [, phrase, braces, code] = /^([^{[=]+?)\s*(\{[^}]*\})?\s*\[([^\]]*)\]/.exec(line) ?? [];
    if (!phrase) continue;
    for (const one of spelledOut(phrase, substitutes)) {
      for (const form of formsOf(one, braces)) entries.push([wordsIn(form), agentCode(code!)]);
    }
  }
  return phraseTable(entries);
}

const agentCode = (text: string): AgentCode => ({
  code: text.replaceAll(/[~\s]/g, "").toUpperCase(),
  isPrefix: text.trim().endsWith("~"),
});

function spelledOut(phrase: string, substitutes: ReadonlyMap<string, readonly string[]>): string[] {
  const [marker] = /![A-Z]+!/.exec(phrase) ?? [];
  const words = marker === undefined ? undefined : substitutes.get(marker);
  return words ? words.map((word) => phrase.replace(marker!, word)) : [phrase];
}

function formsOf(phrase: string, braces: string | undefined): string[] {
  if (braces !== undefined)
    return [phrase, ...braces.slice(1, -1).split(/[\s,]+/)].filter((one) => one !== "");
  return [phrase, /[^AEIOU]Y$/.test(phrase) ? `${phrase.slice(0, -1)}IES` : `${phrase}S`];
}
