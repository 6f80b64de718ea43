import { expect, test } from "vitest";
import { composeBrief } from "../compose-brief.ts";
import { material } from "../fixture.ts";
import { renderTypst } from "./typst.ts";

const brief = composeBrief(material);
const source = await renderTypst(brief);

test("every citation has the label it leads to", () => {
  const cited = [...source.matchAll(/#refs\(([\d, ]+)\)/g)].flatMap(([, numbers]) => numbers!.split(", "));
  const labels = [...source.matchAll(/<ref-(\d+)>/g)].map(([, number]) => number);
  expect(new Set(cited)).toEqual(new Set(labels));
  expect(labels).toEqual(["1", "2", "3", "4"]);
});

test("text stands in string literals, so that none of it is read as Typst", async () => {
  const title = 'a " b \\ #panic() // c \n $d$';
  const hostile = await renderTypst({ ...brief, title });
  expect(hostile).toContain('#set document(title: "a \\" b \\\\ #panic() // c \\u{a} $d$"');
  expect(source).toContain("[draft] № 7 «О связи» 通信法");
});

test("the document is dated by the brief, not by the clock", () => {
  expect(source).toContain("date: datetime(year: 2026, month: 11, day: 23)");
});

test("every figure has a text alternative", () => {
  expect(source.match(/format: "svg", alt: "[^"]+"/g)).toHaveLength(5);
});
