import fc from "fast-check";
import { expect, test } from "vitest";
import { wireFamilies } from "../../../../test/gold/wire-families/wire-families.ts";
import type { Article } from "../copies/article.ts";
import type { OriginTree } from "./corroboration.ts";
import { relateArticles } from "./relate-articles.ts";

const HOUR = 3_600_000;
const WIRE = `MOSCOW (Reuters) - Roscosmos postponed the launch of the Luna-27 lander from Vostochny to 14 August after a fault in the upper stage.
The agency said that 340 engineers were inspecting the valves and that the delay would cost 1.2 billion roubles.
The lander is to drill for ice near the south pole of the Moon together with instruments from three countries.`;
const article = (id: string, hours: number, rest: Partial<Article>): Article => ({
  id,
  title: "Roscosmos postpones Luna-27",
  text: WIRE,
  lang: "en",
  publishedMs: hours * HOUR,
  ...rest,
});

const OWN = article("own", 5, {
  title: "Luna-27 launch from Vostochny slips to August",
  text: "A correspondent at Vostochny saw the Luna-27 rocket rolled back into its hall. Officials of Roscosmos confirmed to this paper that the launch will now take place on 14 August because valves of the upper stage leaked; 340 engineers work on it.",
  publisher: "Amur Gazette",
});
const RUSSIAN = article("russian", 3, {
  title: "Запуск «Луны-27» перенесли на 14 августа",
  text: "«Роскосмос» перенёс на 14 августа запуск станции «Луна-27» с космодрома Восточный из-за неисправности разгонного блока, сообщает Reuters. Клапаны проверяют 340 инженеров, задержка обойдётся в 1,2 млрд рублей.",
  lang: "ru",
});
const KNOWN = [
  { id: "ROSCOSMOS", names: ["Roscosmos", "Роскосмос", "俄罗斯国家航天集团"] },
  { id: "VOSTOCHNY", names: ["Vostochny", "Восточный", "东方航天发射场"] },
  { id: "LUNA-27", names: ["Luna-27", "Луна-27", "Луны-27", "月球27号"] },
];

test("copy, origin and story are told apart, and only what is independent counts", () => {
  const list = [
    article("wire", 0, { publisher: "Reuters" }),
    article("copy", 1, { publisher: "Morning Paper", text: WIRE.split("\n").slice(0, 2).join(" ") }),
    RUSSIAN,
    OWN,
  ];
  const { copies, origins, stories, corroborations } = relateArticles(list, KNOWN);
  expect(copies).toEqual([[0, 1]]);
  expect(origins).toEqual([[0, 1, 2]]);
  expect(stories).toEqual([[0, 1, 2, 3]]);
  const [{ trees, independent }] = corroborations as [(typeof corroborations)[number]];
  expect(independent).toBe(2);
  expect(trees.map(({ article: top }) => list[top]!.id)).toEqual(["wire", "own"]);
  expect(
    trees[0]!.below.map(({ article: below, relation, because }) => [list[below]!.id, relation, because]),
  ).toEqual([
    ["copy", "copy", "contained 1.00"],
    ["russian", "origin", "credit Reuters"],
  ]);
});

test("an agency's own report is the origin of those that credit it, by any name it goes by", () => {
  const own = { ...OWN, publisher: "Reuters World" };
  const independent = (published: Article) =>
    relateArticles([published, RUSSIAN], KNOWN).corroborations.map((story) => story.independent);
  expect(independent(own)).toEqual([2]);
  expect(independent({ ...own, knownAs: ["Reuters"] })).toEqual([1]);
});

test("a Chinese report joins by the names it is given, the number and the day", () => {
  const chinese = article("chinese", 6, {
    title: "俄罗斯推迟发射月球27号",
    text: "俄罗斯国家航天集团宣布，因上面级故障，月球27号从东方航天发射场的发射推迟至8月14日。340名工程师正在检查阀门，延误将耗资12亿卢布。",
    lang: "zh",
  });
  expect(relateArticles([article("wire", 0, {}), chinese], KNOWN).stories).toEqual([[0, 1]]);
});

test("two reports of one owner on one event confirm each other not", () => {
  const list = [
    article("wire", 0, { owner: "Amur Holding", text: WIRE.replace("(Reuters)", "") }),
    { ...OWN, owner: "Amur Holding" },
  ];
  const { origins, corroborations } = relateArticles(list);
  expect(origins).toEqual([[0, 1]]);
  expect(corroborations[0]!.independent).toBe(1);
});

test("what tells of the same things a month later is another story", () => {
  const title = "Luna-27 launch from Vostochny slips to August again";
  const text =
    "Roscosmos told correspondents at Vostochny that Luna-27 with its upper stage stays in the hall.";
  const at = (hours: number) => [OWN, { ...OWN, id: "later", title, text, publishedMs: hours * HOUR }];
  expect(relateArticles(at(30)).stories).toEqual([[0, 1]]);
  expect(relateArticles(at(30 * 24)).stories).toEqual([]);
});

test("two pages that name one original have one origin, though their texts differ", () => {
  const page = "https://example.org/a/1";
  const list = [
    article("a", 0, { url: `${page}?utm_source=x`, text: "First words of a page that was rewritten later." }),
    article("b", 1, {
      canonical: `http://www.example.org/a/1/`,
      text: "Quite another text about something else now.",
    }),
  ];
  expect(relateArticles(list).origins).toEqual([[0, 1]]);
  expect(relateArticles(list).copies).toEqual([]);
});

const ids = ({ article: top, below }: OriginTree): number[] => [top, ...below.flatMap(ids)];

test("whatever comes: groups are disjoint, copies lie within origins within stories, trees hold each member once", () => {
  const pool = wireFamilies(6, "relations").map((known) => known as Article);
  fc.assert(
    fc.property(fc.shuffledSubarray(pool, { minLength: 2 }), (list) => {
      const { copies, origins, stories, corroborations } = relateArticles(list);
      for (const groups of [copies, origins, stories])
        expect(new Set(groups.flat()).size).toBe(groups.flat().length);
      const within = (inner: readonly (readonly number[])[], outer: readonly (readonly number[])[]) =>
        inner.every((group) => outer.some((other) => group.every((member) => other.includes(member))));
      expect(within(copies, origins) && within(origins, stories)).toBe(true);
      stories.forEach((story, n) => {
        expect(corroborations[n]!.trees.flatMap(ids).toSorted((a, b) => a - b)).toEqual(
          story.toSorted((a, b) => a - b),
        );
      });
    }),
    { numRuns: 25 },
  );
});
