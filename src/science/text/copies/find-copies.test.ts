import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wireFamilies, type KnownArticle } from "../../../../test/gold/wire-families/wire-families.ts";
import type { Article } from "./article.ts";
import { disjointSets } from "./disjoint-sets.ts";
import { findCopies } from "./find-copies.ts";

const STORY = `The agency moved its survey ship to the northern pier on Monday after three weeks of repairs to the main crane.
The harbour master said that two tugs would stay beside it until the ice report of 14 March had been read.
A crew of 62 will take on fuel, food and 18 tonnes of instruments before it leaves for the shelf.
Insurers had asked for a second inspection because the hull was scratched in a storm last autumn.
The ministry expects the first soundings by the end of April and the full chart before the summer.
Fishermen in the bay were told to keep their nets four miles away from the marked corridor.`;

const articles = (...texts: readonly string[]): Article[] =>
  texts.map((text, i) => ({ id: `${i}`, title: `Title ${i}`, text, publishedMs: i * 3_600_000 }));
const groupsOf = (list: readonly Article[]) => {
  const groups = disjointSets(list.length);
  for (const { from, to } of findCopies(list)) groups.join(from, to);
  return groups.groups();
};
const lines = STORY.split("\n");

describe("a copy is known", () => {
  test.each([
    ["cut to its first three sentences", lines.slice(0, 3).join(" ")],
    ["with its sentences in another order", lines.toReversed().join(" ")],
    ["with a page around it", `Sign in to comment. ${STORY} All rights reserved. Read our rules. Follow us.`],
    ["in capitals, with other spaces and quotes", STORY.toUpperCase().replaceAll(" ", "  ")],
    ["with thousands written otherwise", STORY.replace("62", "62 ")],
    [
      "with a word changed in each sentence",
      STORY.replaceAll(/\b(main|would|food|second|first|marked)\b/g, "other"),
    ],
  ])("%s", (_how, text) => {
    expect(groupsOf(articles(STORY, text))).toEqual([[0, 1]]);
  });
});

describe("what is no copy", () => {
  const yearly = (year: number, sold: number, staff: number) =>
    `The yard publishes its report for ${year}. It delivered ${sold} hulls compared with ${sold - 7} in the year before. At the end of the year ${staff} people worked in its halls. The order book stood at ${sold * 3} hulls. The dividend is ${staff % 97} cents. The full report can be read at the registered office.`;
  test("a yearly report of the same form", () => {
    expect(groupsOf(articles(yearly(2023, 41, 5120), yearly(2024, 52, 5344)))).toEqual([]);
  });
  test("another text that quotes one sentence", () => {
    const other = `Prices of fish rose at the morning auction. ${lines[5]!} Buyers from inland towns stayed away because the roads were closed. The cooperative wants to build a cold store, and has asked two banks for a loan. Nobody could say when the corridor will be lifted.`;
    expect(groupsOf(articles(STORY, other))).toEqual([]);
  });
  test("an empty text, or two", () => {
    expect(groupsOf(articles("", "", STORY))).toEqual([]);
  });
});

test("a digest joins the story it repeats most, and does not make two stories one", () => {
  const other = `Customs opened the eastern gate at dawn for lorries with fruit. The queue had grown to nine kilometres during the strike of the weighers. Drivers were given water and numbers by volunteers from the villages nearby. The union called its meeting a success and promised to weigh again from Friday.`;
  const digest = `${STORY} ${other}`;
  expect(groupsOf(articles(STORY, STORY, other, other, digest))).toEqual([
    [0, 1, 4],
    [2, 3],
  ]);
});

test("Chinese copies are known by their characters", () => {
  const text =
    "该船周一在北码头停靠，此前主吊车维修了三周。港务局长表示，两艘拖轮将留在旁边，直到读完三月十四日的冰情报告。船上六十二名船员将装载燃料、食品和十八吨仪器，然后前往大陆架。";
  expect(groupsOf(articles(text, `据本报讯，${text.slice(0, 50)}更多内容请看客户端。`))).toEqual([[0, 1]]);
});

test("invented wire families are told apart by at least 99 of 100 pairs, both ways", () => {
  const known = wireFamilies(60, "copies test");
  const groups = disjointSets(known.length);
  for (const { from, to } of findCopies(known)) groups.join(from, to);
  const [right, found, true_] = pairCounts(known, groups.root);
  expect(right / found).toBeGreaterThanOrEqual(0.99);
  expect(right / true_).toBeGreaterThanOrEqual(0.99);
});

function pairCounts(known: readonly KnownArticle[], root: (i: number) => number): [number, number, number] {
  let [right, found, true_] = [0, 0, 0];
  for (let i = 0; i < known.length; i++) {
    for (let j = 0; j < i; j++) {
      const [isTrue, isFound] = [known[i]!.textOf === known[j]!.textOf, root(i) === root(j)];
      if (isTrue) true_++;
      if (isFound) found++;
      if (isTrue && isFound) right++;
    }
  }
  return [right, found, true_];
}

test("any text is a copy of itself, whatever stands beside it, and links go from earlier to later", () => {
  const word = fc.stringMatching(/^[a-zа-я一-龥]{1,9}$/u);
  const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 4 }), (one, others) => {
      const list = articles(one, ...others, one);
      const links = findCopies(list);
      const groups = disjointSets(list.length);
      for (const { from, to } of links) groups.join(from, to);
      expect(groups.root(list.length - 1)).toBe(0);
      expect(links.every(({ from, to }) => from < to)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
