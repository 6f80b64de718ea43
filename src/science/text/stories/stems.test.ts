import { expect, test } from "vitest";
import { englishStem } from "./english-stem.ts";
import { latinSkeleton } from "./latin-skeleton.ts";
import { monthDays } from "./month-days.ts";
import { russianStem } from "./russian-stem.ts";

test.each([
  ["корабль корабля кораблю кораблём корабли кораблей кораблями".replaceAll("ё", "е")],
  ["ракета ракеты ракете ракету ракетой ракетами"],
  ["соглашение соглашения соглашению соглашением соглашений"],
  ["российский российская российского российскому российским российских"],
  ["запустил запустила запустили запустить"],
  ["план плана планы планах планом"],
  ["система системы систему систем системах"],
  ["рынок рынка рынке рынков"],
  ["отправил отправили отправлен отправлены"],
  ["подписал подписан подписанный подписать"],
])("the forms of one Russian word have one stem: %s", (forms) => {
  expect(new Set(forms.split(" ").map(russianStem)).size).toBe(1);
});

test.each([
  ["launch launches launched launching"],
  ["agency agencies"],
  ["stop stops stopped stopping"],
  ["satellite satellites"],
])("the forms of one English word have one stem: %s", (forms) => {
  expect(new Set(forms.split(" ").map(englishStem)).size).toBe(1);
});

test("a stem is never empty, and different words keep different stems", () => {
  const words = "луна лун мир мера море моря сила село".split(" ");
  expect(words.map(russianStem).every((stem) => stem.length >= 2)).toBe(true);
  expect(russianStem("сила")).not.toBe(russianStem("село"));
  expect(englishStem("string")).not.toBe(englishStem("strong"));
});

test.each([
  ["Roscosmos", "роскосмос"],
  ["Baikonur", "байконур"],
  ["Plesetsk", "плесецк"],
  ["NASA", "наса"],
  ["Luhansk", "луганск"],
])("%s and %s have one skeleton or differ by a sound that is spelt two ways", (latin, cyrillic) => {
  const [a, b] = [latinSkeleton(latin), latinSkeleton(cyrillic)];
  expect(a === b || a.replaceAll("h", "g") === b).toBe(true);
});

test("days are read in three languages", () => {
  expect([...monthDays("8 ноября и 3 мая; March 5, 2nd of April; 10月11日, 99 мая")]).toEqual([
    "11-08",
    "05-03",
    "03-05",
    "04-02",
    "10-11",
  ]);
});
