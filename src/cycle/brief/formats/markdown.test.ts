import { expect, test } from "vitest";
import { composeBrief } from "../compose-brief.ts";
import { material } from "../fixture.ts";
import { renderMarkdown } from "./markdown.ts";

const markdown = renderMarkdown(composeBrief(material));

test("every citation has its footnote and every footnote is cited", () => {
  const cited = new Set(markdown.match(/\[\^\d+\](?!:)/g));
  const noted = new Set(markdown.match(/^\[\^\d+\](?=:)/gm));
  expect(cited).toEqual(noted);
  expect(noted.size).toBe(4);
});

test("text of the record cannot become markup", () => {
  expect(markdown).toContain("\\[draft\\] № 7 «О связи» 通信法");
  const hostile = composeBrief(material);
  const [first, ...others] = hostile.sections;
  const planted = { ...first!, sentences: [{ text: "<b>*a*</b> | `b` &lt; [x](y)\n# z", cites: [] }] };
  expect(renderMarkdown({ ...hostile, sections: [planted, ...others] })).toContain(
    "- \\<b\\>\\*a\\*\\</b\\> \\| \\`b\\` \\&lt; \\[x\\](y) \\# z",
  );
});

test("figures become tables in which unknown is said, not left blank", () => {
  expect(markdown).toContain("| Relay crews trained in secret | unknown |");
  expect(markdown).toContain("| 2027-02-21 | 70 % | 55 % | 82 % | critical now or by then |");
});

test("a replay is announced above everything else, and a brief of its own day is not", () => {
  const replay = renderMarkdown(
    composeBrief({ ...material, assessment: { ...material.assessment, illustrative: true } }),
  );
  expect(replay.indexOf("> Illustrative replay")).toBeLessThan(replay.indexOf("## Bottom line"));
  expect(markdown).not.toContain("Illustrative replay");
});

test("links shown as evidence are only those that are", () => {
  expect(markdown).toContain("<https://example.org/E-1>");
  expect(markdown).toContain("Awaits a source.");
  expect(markdown).not.toContain("<https://example.org/>");
});
