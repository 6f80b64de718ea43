import { describe, expect, test } from "vitest";
import type { ReportRule } from "#model/report-rule.ts";
import { readActorTable, readEventLanguage } from "#dictionary/index.ts";
import { codeSentence } from "#science/text/index.ts";
import { ruleReader } from "./fitting-rule.ts";
import { reportDocument, type ReportContext } from "./report-document.ts";

const language = readEventLanguage("dictionaries", "en", readActorTable("watches/ilrs/actors.csv"))!;
const RULES: ReportRule[] = [
  {
    id: "accord",
    when: { root: ["SUPPORT", "AGREE"], context: "space", between: ["RUS", "CHN"] },
    becomes: { stream: "partnership", kind: "agreement", attributes: {} },
  },
  { id: "intrusion", when: { root: ["COERCE"], target: "EU" } },
  { id: "expulsion", when: { root: "SANCTION", target: "RUS" } },
];
const context: ReportContext = {
  code: (sentence, published) => codeSentence(language, sentence, null, published),
  ruleFor: ruleReader(RULES),
  actors: new Map(),
  source: { name: "Daily", reliability: "C" },
  marking: "TLP:CLEAR",
};

const read = (text: string) =>
  reportDocument(
    {
      key: "k1",
      text,
      capture: "c".repeat(64),
      language: "en",
      knownAt: "2026-11-01",
      url: "https://example.org/1",
    },
    context,
  );

describe("a document as reports", () => {
  const text =
    "Moon base gains speed\n\nIt rained. China and Russia signed an agreement on a lunar station on Monday. Germany expelled two Russian diplomats. Brazil and Peru signed a trade agreement.";

  test("an event that concerns the watch is a report that shows its sentence", () => {
    const { reports } = read(text);
    const accord = reports.find(({ attributes }) => attributes["concerns"] === "accord")!;
    const { locator } = accord.evidence;
    expect(locator.type === "span" && text.slice(locator.from, locator.to)).toBe(
      "China and Russia signed an agreement on a lunar station on Monday.",
    );
    expect(accord).toMatchObject({
      stream: "reports",
      verified: "coded",
      grade: { reliability: "C", credibility: 6 },
      attributes: { stream: "partnership", kind: "agreement" },
      knownAt: "2026-11-01",
    });
    expect(accord.actors.map(({ id }) => id).sort()).toEqual(["CHN", "RUS"]);
  });

  test("who did it need not be known", () => {
    const { reports, reasons } = read("Hackers attacked the European Space Agency's servers.");
    expect(reports).toMatchObject([{ kind: "coerce", actors: [{ id: "ESA", role: "target" }] }]);
    expect(reasons).toEqual({});
  });

  test("a report holds from when its sentence says it was, and is known from the publication", () => {
    const { reports } = read(text);
    const dates = reports.map(({ attributes, validFrom, validTo, knownAt }) => [
      attributes["concerns"],
      validFrom,
      validTo,
      knownAt,
    ]);
    expect(dates).toEqual([
      ["accord", "2026-10-26", "2026-10-26", "2026-11-01"],
      ["expulsion", "2026-11-01", "2026-11-01", "2026-11-01"],
    ]);
  });

  test("every sentence is a report, off the subject, or has a reason", () => {
    const { reports, sentences, events, reasons } = read(text);
    expect(sentences).toBe(5);
    expect(reasons["off-subject"]).toBeGreaterThanOrEqual(1);
    expect(reports.length + reasons["off-subject"]!).toBe(events);
    expect(reasons["no-actor"]).toBe(2);
  });

  test("what a rule does not propose is left to the analyst", () => {
    const expulsion = read(text).reports.find(({ attributes }) => attributes["concerns"] === "expulsion")!;
    expect(expulsion.attributes["stream"]).toBeUndefined();
  });

  test("an empty document says nothing", () => {
    expect(read("")).toEqual({ reports: [], sentences: 0, events: 0, reasons: {} });
  });
});
