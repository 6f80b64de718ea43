import { expect, test } from "vitest";
import { corroboration, type Relation } from "#science/text/index.ts";
import { joinedByThen, joinsWithin } from "./joins.ts";

const relation = (from: number, to: number, kind: Relation["relation"], because: string): Relation => ({
  ...{ from, to, relation: kind, because },
});

test("two that only a later article joins are not joined before it came", () => {
  const relations = [relation(0, 2, "origin", "credit TASS"), relation(1, 2, "origin", "credit Reuters")];
  expect(joinedByThen(1, [0, 1, 2], relations)).toEqual([1]);
  expect(joinedByThen(2, [0, 1, 2], relations)).toEqual([0, 1, 2]);
});

test("what lies between is passed over with its ground; one step of origin makes it no copy", () => {
  const relations = [
    relation(0, 1, "copy", "contained 0.93"),
    relation(1, 2, "origin", "owner a"),
    relation(0, 3, "copy", "contained 0.81"),
  ];
  const [tree] = corroboration([0, 1, 2, 3], relations).trees;
  expect(joinsWithin(tree!, 2, (article) => article !== 1)).toEqual([
    { article: 0, relation: "same-origin", because: ["owner a", "contained 0.93"] },
  ]);
  expect(joinsWithin(tree!, 0, (article) => article === 3)).toEqual([
    { article: 3, relation: "same-copy", because: ["contained 0.81"] },
  ]);
});
