import { expect, test } from "vitest";
import {
  coverageWords,
  type NetworkSource,
  standingOf,
  standingWords,
  stretchesOf,
  summaryWords,
} from "./source-standing.ts";

const AT = "2026-11-30T12:00:00.000Z";
const day = (n: number) => `2026-11-${String(n).padStart(2, "0")}T12:00:00.000Z`;

function source(changed: Partial<NetworkSource> = {}): NetworkSource {
  return {
    ...{ source: "SRC-001", summary: "A paper", url: "https://example.org/", kind: "press", language: "en" },
    ...{
      country: "NOR",
      licence: "Copyright",
      stateControlled: false,
      grade: null,
      whyNot: null,
      isOn: true,
    },
    ...{ firstTry: day(20), lastTry: day(30), lastSuccess: day(30), lastError: null, nextAllowed: null },
    ...{ gaps: [], documents: 3, latestDocument: day(29) },
    ...changed,
  };
}

const OPEN = { gaps: [{ from: day(28), to: null }], lastError: "HTTP 503", lastSuccess: day(28) };

test("a source stands as its last exchanges say, and a gap that is still open weighs most", () => {
  expect(standingOf(source())).toBe("answering");
  expect(standingOf(source(OPEN))).toBe("down");
  expect(standingOf(source({ lastError: "HTTP 503" }))).toBe("failing");
  expect(standingOf(source({ firstTry: null, lastTry: null, lastSuccess: null }))).toBe("waiting");
  expect(standingOf(source({ isOn: false }))).toBe("off");
  expect(standingOf(source({ whyNot: "SSE is not read" }))).toBe("cannot");
});

test("the words name the day they rest on", () => {
  expect(standingWords(source(OPEN))).toBe("down since 28 November 2026");
  expect(standingWords(source())).toBe("answered 30 November 2026, 12:00 UTC");
  expect(standingWords(source({ isOn: false, lastSuccess: null }))).toBe("switched off");
  expect(standingWords(source({ lastError: "HTTP 503", lastSuccess: null }))).toBe("has not answered yet");
});

test("the summary counts what is on and what of it fails", () => {
  const sources = [source(), source(OPEN), source({ isOn: false })];
  expect(summaryWords({ sources })).toBe("2 of 3 sources are switched on; 1 is down.");
  expect(summaryWords({ sources: [source()] })).toBe(
    "1 of 1 sources is switched on; none of them is failing.",
  );
});

test("the strip covers what was answered, leaves out what was not asked yet, and shows each gap in its place", () => {
  const gaps = [
    { from: day(22), to: day(24) },
    { from: day(28), to: null },
  ];
  expect(stretchesOf(source({ gaps }), AT, 20)).toEqual([
    { kind: "covered", from: 50, to: 60 },
    { kind: "gap", from: 60, to: 70 },
    { kind: "covered", from: 70, to: 90 },
    { kind: "gap", from: 90, to: 100 },
  ]);
  expect(stretchesOf(source({ gaps }), AT, 4)).toEqual([
    { kind: "covered", from: 0, to: 50 },
    { kind: "gap", from: 50, to: 100 },
  ]);
  expect(stretchesOf(source({ firstTry: null }), AT, 20)).toEqual([]);
});

test("the strip is said in words too", () => {
  expect(coverageWords(source(), AT, 90)).toBe("asked since 20 November 2026, no gap");
  expect(coverageWords(source(OPEN), AT, 90)).toBe(
    "asked since 20 November 2026; nothing from 28 Nov to now",
  );
  expect(coverageWords(source({ firstTry: null }), AT, 90)).toBe("never asked: unknown, not quiet");
});
