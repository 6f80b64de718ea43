import fc from "fast-check";
import { expect, test } from "vitest";
import { splitSentences } from "./split-sentences.ts";

const split = (text: string, language: string) =>
  splitSentences(text, language).map(({ from, to }) => text.slice(from, to));

test("a sentence ends where it ends, in three scripts", () => {
  expect(split("China launched it. Russia watched.", "en")).toEqual([
    "China launched it.",
    "Russia watched.",
  ]);
  expect(split("Пуск прошёл в 10.30. Связь есть!", "ru")).toEqual(["Пуск прошёл в 10.30.", "Связь есть!"]);
  expect(split("中国发射了卫星。俄罗斯表示祝贺。", "zh")).toEqual(["中国发射了卫星。", "俄罗斯表示祝贺。"]);
});

test("an abbreviation, an initial and a unit end none", () => {
  expect(split("Gen. Smith of the U.S. Space Force spoke. He left.", "en")).toHaveLength(2);
  expect(split("В 2024 г. Роскосмос подписал договор. Его ждали.", "ru")).toHaveLength(2);
  expect(split("Завод им. Хруничева выпустил 5 тыс. Деталей хватит.", "ru")).toHaveLength(1);
});

test("a headline does not run into the text below it", () => {
  expect(split("China and Russia sign accord\n\nThe two met.", "en")).toHaveLength(2);
});

test("whatever the text, sentences are in order, do not overlap and lose nothing but white space", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.constantFrom("en", "ru", "zh"),
      (text, language) => {
        const spans = splitSentences(text, language);
        let at = 0;
        for (const { from, to } of spans) {
          expect(text.slice(at, from).trim()).toBe("");
          expect(to).toBeGreaterThan(from);
          at = to;
        }
        expect(text.slice(at).trim()).toBe("");
      },
    ),
  );
});
