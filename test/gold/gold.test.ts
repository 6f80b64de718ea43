import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface GoldEvent {
  readonly source: { readonly text: string; readonly country: string };
  readonly target: { readonly text: string; readonly country: string };
  readonly root: string;
}

interface GoldSentence {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly date: string;
  readonly half: string;
  readonly events: readonly GoldEvent[];
  readonly reason?: string;
}

interface WhenWhere {
  readonly text: string;
  readonly trigger: string;
  readonly at: number;
  readonly published: string;
  readonly half: string;
  readonly date: { readonly from: string; readonly to: string } | null;
}

const ROOTS =
  "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT";
const REASONS = "no-actor one-actor no-event negated hypothetical opinion background sport";

const read = (name: string): GoldSentence[] =>
  readFileSync(new URL(name, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldSentence);

describe.each(["en", "ru", "zh"])("gold sentences in %s", (lang) => {
  const sentences = read(`space-events.${lang}.jsonl`);

  test("are 200 different ones, half of them held back", () => {
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(200);
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(200);
    expect(sentences.filter(({ half }) => half !== "tuning")).toHaveLength(100);
    expect(sentences.every((one) => one.lang === lang && /^20\d\d-\d\d-\d\d$/.test(one.date))).toBe(true);
  });
});

test("the fresh sentences are different ones, told apart by number", () => {
  const fresh = read("fresh-events.en.jsonl");
  expect(new Set(fresh.map(({ text }) => text)).size).toBe(fresh.length);
  for (const { id, half } of fresh) expect(half).toBe(Number(id.slice(-3)) % 2 ? "tuning" : "check");
});

/** Half of what was held back in English was opened later on, by another byte of the hash. */
const heldOrOpened = (digest: Buffer, name: string) =>
  OPENED.includes(name) && digest.at(-2)! % 2 ? "opened" : "held";

const OPENED = ["news-events.en", "desk-events.en", "press-events.en"];

test.each([
  ...OPENED,
  "record-events.en",
  "desk-events.ru",
  "desk-events.zh",
  "register-events.en",
  "outside-events.en",
  "outside-events.ru",
  "outside-events.zh",
  "register-events.ru",
  "register-events.zh",
])("the sentences of %s are different ones, told apart by a hash of their text", (name) => {
  const sentences = read(`${name}.jsonl`);
  expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
  for (const { text, half } of sentences) {
    const digest = createHash("sha256").update(text).digest();
    expect(half).toBe(digest.at(-1)! % 2 ? heldOrOpened(digest, name) : "tuning");
  }
});

test.each(["en", "ru"])(
  "the varied sentences in %s are different ones, a fifth held back by a hash",
  (lang) => {
    const sentences = read(`varied-events.${lang}.jsonl`);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
    for (const { text, half } of sentences) {
      const [first] = createHash("sha256").update(text).digest();
      expect(half === "held").toBe(first! < 52);
    }
  },
);

describe.each([
  "space-events.en.jsonl",
  "space-events.ru.jsonl",
  "space-events.zh.jsonl",
  "fresh-events.en.jsonl",
  "blind-events.en.jsonl",
  "news-events.en.jsonl",
  "desk-events.en.jsonl",
  "desk-events.ru.jsonl",
  "desk-events.zh.jsonl",
  "press-events.en.jsonl",
  "record-events.en.jsonl",
  "register-events.en.jsonl",
  "outside-events.en.jsonl",
  "outside-events.ru.jsonl",
  "outside-events.zh.jsonl",
  "register-events.ru.jsonl",
  "register-events.zh.jsonl",
  "wide-events.en.jsonl",
  "wide-events.ru.jsonl",
  "wide-events.zh.jsonl",
  "security-events.en.jsonl",
  "varied-events.en.jsonl",
  "varied-events.ru.jsonl",
  "later-events.ru.jsonl",
  "later-events.zh.jsonl",
])("gold sentences of %s", (name) => {
  const sentences = read(name);

  test("have events or a reason, never both", () => {
    for (const { events, reason } of sentences) {
      if (events.length > 0) expect(reason).toBeUndefined();
      else expect(REASONS.split(" ")).toContain(reason);
    }
  });

  test("name actors that stand in the sentence, and roots of PLOVER", () => {
    for (const { text, events } of sentences) {
      for (const { source, target, root } of events) {
        expect(text).toContain(source.text);
        expect(text).toContain(target.text);
        expect(`${source.country} ${target.country}`).toMatch(/^[A-Z]{2,5} [A-Z]{2,5}$/);
        expect(ROOTS.split(" ")).toContain(root);
      }
    }
  });
});

describe.each(["en", "ru", "zh"])("sentences with when and where in %s", (lang) => {
  const lines = readFileSync(new URL(`when-where.${lang}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n");
  const sentences = lines.map((line) => JSON.parse(line) as WhenWhere);

  test("are 40 different ones, half of them held back, each with its trigger where it says", () => {
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(40);
    expect(sentences.filter(({ half }) => half === "held")).toHaveLength(20);
    for (const { text, trigger, at } of sentences) expect(text.startsWith(trigger, at)).toBe(true);
  });

  test("tell no day after publication", () => {
    for (const { date, published } of sentences) {
      if (date === null) continue;
      expect(date.from <= date.to && date.to <= published).toBe(true);
    }
  });
});
