import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readRecord } from "#cycle/collect/sources/record.ts";
import { issueLine } from "#model/input-error.ts";
import { watchWith } from "./changed-example.ts";
import { checkWatch } from "./check-watch.ts";
import { readWatch } from "./read-watch.ts";

const QUESTIONS = `- id: cut
  statement: A cable is cut in 2027
  registeredOn: 2026-11-23
  from: 2027-01-01
  deadline: 2027-12-31
  resolution:
    by: record
    where: { stream: incidents, kind: damage, actor: RUS }
  basis: { type: rate, events: 2, years: 4, counted: the same rule }
- id: law
  statement: A law is passed
  registeredOn: 2026-11-23
  deadline: 2027-12-31
  resolution: { by: source, source: the gazette }
  basis: { type: share, hits: 1, of: 3, counted: earlier bills }
`;
const CLAIMS = `forecaster: a report
madeOn: 2021-01-01
words:
  likely: { p: 0.75, low: 0.55, high: 0.8 }
claims:
  - id: K1
    statement: Cables will be cut
    word: likely
    status: "yes"
    decidedOn: 2024-01-01
    because: They were
    evidence: [AI-02]
  - id: K2
    statement: Pipelines will be cut
    word: likely
    status: open
    because: Not yet
`;

const dirWith = (questions: string, claims: string) =>
  watchWith((dir) => {
    writeFileSync(path.join(dir, "questions.yaml"), questions);
    writeFileSync(path.join(dir, "claims.yaml"), claims);
  });
const linesOf = (dir: string) =>
  checkWatch(dir, readRecord).issues.map((issue) => issueLine(issue).replaceAll(`${dir}/`, ""));

test("a watch may hold questions and the claims of somebody else, or neither", () => {
  const watch = readWatch(dirWith(QUESTIONS, CLAIMS));
  expect(watch.questions.map(({ id }) => id)).toEqual(["cut", "law"]);
  expect(watch.questions[0]!.resolution).toMatchObject({ atLeast: 1, minCredibility: 3 });
  expect(watch.claims!.claims.map(({ status }) => status)).toEqual(["yes", "open"]);
  const without = readWatch("examples/watches/arctic-cables");
  expect([without.questions, without.claims]).toEqual([[], null]);
});

test("questions count in the hash of a watch, claims do not", () => {
  const { hash } = readWatch(dirWith(QUESTIONS, CLAIMS));
  expect(readWatch(dirWith(QUESTIONS, CLAIMS.replace("a report", "another"))).hash).toBe(hash);
  expect(readWatch(dirWith(QUESTIONS.replace("events: 2", "events: 3"), CLAIMS)).hash).not.toBe(hash);
});

test.each([
  [
    "a deadline before the start",
    "deadline: 2027-12-31",
    "deadline: 2026-12-31",
    'questions.yaml:5:13: deadline is "2026-12-31"; expected registeredOn no later than from, and from before deadline',
  ],
  [
    "a question of hindsight",
    "registeredOn: 2026-11-23",
    "registeredOn: 2026-11-22",
    "questions.yaml:3:17: registeredOn 2026-11-22 is before the watch was written, on 2026-11-23; expected that day or later",
  ],
  [
    "two of one name",
    "id: law",
    "id: cut",
    'questions.yaml:10:7: id "cut" is taken by questions.yaml:1; expected an id of its own',
  ],
  [
    "an unknown actor",
    "actor: RUS",
    "actor: RUX",
    'questions.yaml:8:54: unknown id "RUX"; expected the id of an actor in actors.csv, perhaps "RUS"',
  ],
  [
    "a probability from thin air",
    "  basis: { type: share, hits: 1, of: 3, counted: earlier bills }\n",
    "  p: 0.3\n",
    'questions.yaml:15:3: unknown key "p"; expected one of id, statement, registeredOn, from, deadline, lagDays, resolution, basis, answer',
  ],
  [
    "an answer where the record decides",
    "  basis: { type: rate",
    '  answer: { is: "yes", on: 2027-05-01, because: it was }\n  basis: { type: rate',
    'questions.yaml:9:11: answer is {"is":"yes","on":"2027-05-01","because":"it was"}; expected no answer where the record decides',
  ],
])("%s is one line", (_, from, to, line) => {
  const changed = QUESTIONS.replace(from, () => to);
  expect(changed).not.toBe(QUESTIONS);
  expect(linesOf(dirWith(changed, CLAIMS))[0]).toBe(line);
});

test.each([
  [
    "an unknown word",
    "word: likely\n    status: open",
    "word: maybe\n    status: open",
    'claims.yaml:15:11: claims[1].word is "maybe"; expected one of likely',
  ],
  [
    "evidence that is not there",
    "AI-02]",
    "AI-92]",
    'claims.yaml:12:16: no observation "AI-92"; expected the id of a row of the record, perhaps "AI-02"',
  ],
  [
    "a decision before its evidence was known",
    "decidedOn: 2024-01-01",
    "decidedOn: 2022-01-01",
    'claims.yaml:10:16: decidedOn 2022-01-01, when "AI-02" was not known; expected 2022-01-09 or later',
  ],
  [
    "a decision without a day",
    "    decidedOn: 2024-01-01\n",
    "",
    'claims.yaml:6:5: no "decidedOn"; expected a day for every claim that is not open, and none for an open one',
  ],
  [
    "a decision without evidence",
    "    evidence: [AI-02]\n",
    "",
    'claims.yaml:6:5: no "evidence"; expected evidence or sources for a claim that is not open',
  ],
])("%s is one line", (_, from, to, line) => {
  const changed = CLAIMS.replace(from, () => to);
  expect(changed).not.toBe(CLAIMS);
  expect(linesOf(dirWith(QUESTIONS, changed))[0]).toBe(line);
});
