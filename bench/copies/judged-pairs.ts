import type { Article } from "#science/text/index.ts";

export interface JudgedPair {
  readonly first: Article;
  readonly second: Article;
  readonly isSame: boolean;
}

/** Pairs of articles judged by people to tell one event or not: tab-separated, with quoted fields. */
export function judgedPairs(text: string, lang: string): JudgedPair[] {
  const [header = [], ...rows] = tabRows(text);
  return rows.map((row, n) => {
    const cell = (name: string) => row[header.indexOf(name)] ?? "";
    const article = (which: string): Article => ({
      id: `${which} ${n}`,
      title: cell(`INPUT:${which}_title`),
      text: cell(`INPUT:${which}_text`),
      url: cell(`INPUT:${which}_url`),
      lang,
    });
    return { first: article("first"), second: article("second"), isSame: cell("GOLDEN:quality") === "OK" };
  });
}

/** A field in quotes may hold tabs and line ends, and doubled quotes for one. */
function tabRows(text: string): string[][] {
  const fields = [...text.matchAll(/("(?:[^"]|"")*"|[^\t\n]*)(\t|\r?\n|$)/g)];
  const rows: string[][] = [[]];
  for (const [, field = "", end] of fields) {
    const value = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
    rows.at(-1)!.push(value.replace(/\r$/, ""));
    if (end !== "\t") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
