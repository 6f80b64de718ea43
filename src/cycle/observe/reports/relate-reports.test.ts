import { expect, test } from "vitest";
import type { Observation } from "#model/observation.ts";
import { type ReportedArticle, relateReports } from "./relate-reports.ts";

const BODY =
  "China and Russia signed an agreement in Beijing on Monday to build a research station near the south pole of the Moon by 2035. The accord names four modules, a power plant and two rovers, and asks other states to join before the first landing in 2028.";
const RETOLD =
  "Moscow and Beijing have put their names to a deal on a lunar base. Under the agreement signed on Monday in Beijing, the two countries want to have the station near the Moon's south pole ready in 2035, with a power plant and two rovers.";
const OTHER =
  "Peru and Brazil signed a fishing agreement in Lima on Friday after a year of talks over tuna quotas and port fees.";

const HOUR_MS = 3_600_000;

function told(
  id: string,
  title: string,
  text: string,
  hours: number,
  actors = ["CHN", "RUS"],
): ReportedArticle {
  const report = {
    ...{ id: `report/${id}/0.0`, stream: "reports", kind: "support", links: [] },
    actors: actors.map((actor) => ({ id: actor, role: "actor" as const })),
    attributes: { quad: "1" },
    grade: { reliability: "C", credibility: 6 },
  } as unknown as Observation;
  const publishedMs = Date.UTC(2026, 10, 23) + hours * HOUR_MS;
  return {
    article: { id, title, text, lang: "en", publisher: id, publishedMs },
    reports: [report],
    source: null,
  };
}

const linksOf = (articles: ReportedArticle[]) =>
  Object.fromEntries(relateReports(articles, []).map(({ report }) => [report.id, report]));

test("a copy is linked to what was told first and confirms nothing, a second origin confirms it", () => {
  const reports = linksOf([
    told("copy", "Lunar station agreed", `${BODY} (Wire)`, 2),
    told("first", "China and Russia agree on lunar station", BODY, 0),
    told("retold", "China and Russia agree on Moon base", RETOLD, 5),
    told("other", "Tuna deal", OTHER, 1, ["PER", "BRA"]),
  ]);
  expect(reports["report/first/0.0"]).toMatchObject({ links: [], grade: { credibility: 6 } });
  expect(reports["report/copy/0.0"]).toMatchObject({
    links: [{ relation: "same-copy", to: "report/first/0.0" }],
    grade: { credibility: 3 },
  });
  expect(reports["report/retold/0.0"]).toMatchObject({
    links: [{ relation: "same-story", to: "report/first/0.0" }],
    grade: { credibility: 1 },
  });
  expect(reports["report/other/0.0"]?.links).toEqual([]);
});

test("a copy of the second origin hangs on that, not on the first, and says why", () => {
  const reports = linksOf([
    told("first", "China and Russia agree on lunar station", BODY, 0),
    told("retold", "China and Russia agree on Moon base", RETOLD, 5),
    told("copied", "Moon base", RETOLD, 9),
  ]);
  const because = expect.stringMatching(/^contained 1\.00/);
  expect(reports["report/copied/0.0"]).toMatchObject({
    links: [
      { relation: "same-copy", to: "report/retold/0.0", because },
      { relation: "same-story", to: "report/first/0.0" },
    ],
    grade: { credibility: 1 },
  });
});

test("an article that says something else still carries the text from one report to the next", () => {
  const silent = { ...told("silent", "Lunar station", BODY, 1), reports: [] };
  const reports = linksOf([
    silent,
    told("one", "China and Russia agree on lunar station", BODY, 2),
    told("two", "Lunar station agreed", BODY, 3),
  ]);
  expect(reports["report/two/0.0"]).toMatchObject({
    links: [{ relation: "same-copy", to: "report/one/0.0" }],
    grade: { credibility: 3 },
  });
});

test("what is told later changes nothing of what was told before", () => {
  const [first, copy] = [told("first", "A", BODY, 0), told("copy", "B", BODY, 2)];
  const later = told("retold", "China and Russia agree on Moon base", RETOLD, 5);
  const before = linksOf([first, copy]);
  const after = linksOf([first, copy, later]);
  for (const id of Object.keys(before)) expect(after[id]).toEqual(before[id]);
});

test("only news are changes", () => {
  const articles = [told("first", "A", BODY, 0), told("copy", "B", BODY, 2)];
  const once = relateReports(articles, []);
  expect(once.map(({ isChanged }) => isChanged)).toEqual([false, true]);
  const again = articles.map((one, i) => ({ ...one, reports: [once[i]!.report] }));
  expect(relateReports(again, []).map(({ isChanged }) => isChanged)).toEqual([false, false]);
});
