import type { InputIssue } from "#model/input-error.ts";
import type { Located } from "./located.ts";
import type { Mention } from "./mentions.ts";

/** Things that must lead one way: the first circle among them, told at the mention that closes it. */
export function circleIssues<T extends { readonly id: string }>(
  list: readonly Located<T>[],
  mentionsOf: (item: Located<T>) => readonly Mention[],
  things: string,
  links: string,
): InputIssue[] {
  const byId = new Map(list.map((item) => [item.value.id, item]));
  const done = new Set<string>();
  const issueFrom = (id: string, trail: readonly string[]): InputIssue | null => {
    const item = byId.get(id);
    if (!item || done.has(id)) return null;
    const around = [...trail, id];
    for (const { word, place } of mentionsOf(item)) {
      if (around.includes(word)) {
        const circle = [...around.slice(around.indexOf(word)), word].join(" → ");
        const wrong = `${things} in a circle: ${circle}`;
        return { ...place, wrong, right: `expected ${links} that lead one way` };
      }
      const issue = issueFrom(word, around);
      if (issue) return issue;
    }
    done.add(id);
    return null;
  };
  for (const id of byId.keys()) {
    const issue = issueFrom(id, []);
    if (issue) return [issue];
  }
  return [];
}
