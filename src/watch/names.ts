import type { InputIssue } from "#model/input-error.ts";
import { nearest } from "#science/text/tables/index.ts";
import type { Located } from "./located.ts";
import type { Mention } from "./mentions.ts";

/** Ids that are taken already, within one kind of thing. */
export function twinIssues(list: readonly Located<{ readonly id: string | number }>[]): InputIssue[] {
  const first = new Map(list.toReversed().map((item) => [item.value.id, item]));
  return list.flatMap((item) => {
    const other = first.get(item.value.id)!;
    if (other === item) return [];
    const { file, line } = other.place(["id"]);
    const wrong = `id "${item.value.id}" is taken by ${file}:${line}`;
    return [{ ...item.place(["id"]), wrong, right: "expected an id of its own" }];
  });
}

/** Words that should be ids of a kind of thing and are not. */
export function unknownIssues(
  mentions: readonly Mention[],
  known: readonly Located<{ readonly id: string }>[],
  kind: string,
): InputIssue[] {
  const ids = new Set(known.map(({ value }) => value.id));
  return strangersIn(mentions, ids, "id", `the id of ${kind}`);
}

/** Words that are none of those known. */
export function strangersIn(
  mentions: readonly Mention[],
  known: ReadonlySet<string>,
  what: string,
  wanted: string,
): InputIssue[] {
  return mentions
    .filter(({ word }) => !known.has(word))
    .map(({ word, place }) => {
      const typo = nearest(word, known);
      const right = `expected ${wanted}${typo === null ? "" : `, perhaps "${typo}"`}`;
      return { ...place, wrong: `unknown ${what} "${word}"`, right };
    });
}
