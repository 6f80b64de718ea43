import { expect, test } from "vitest";
import { storyFeatures, storyProfile, storyText } from "./story-features.ts";
import { withoutBackground } from "./without-background.ts";

test.each([
  [
    "Пуск перенесли. Напомним, 4.5 тонны топлива слили в мае. Новой даты нет.",
    "Пуск перенесли.   Новой даты нет.",
  ],
  [
    "The launch slipped. Earlier this month a valve leaked. No date was given.",
    "The launch slipped.   No date was given.",
  ],
  ["发射推迟。此前曾两次推迟。新日期未定。", "发射推迟。 新日期未定。"],
  ["Ранее утром прошёл пуск.", "Ранее утром прошёл пуск."],
])("what was reported before is left out, the first sentence never: %s", (text, told) => {
  expect(withoutBackground(text)).toBe(told);
});

test("leads that name other days tell it, and a day in the background does not count", () => {
  const features = (a: string, b: string) =>
    storyFeatures(storyProfile(storyText("Index", a)), storyProfile(storyText("Index", b)));
  expect(features("On 4 May Kazan was last.", "On 9 May Kazan was last.").otherLeadDays).toBe(1);
  expect(features("On 4 May Kazan was last.", "Kazan was last.").otherLeadDays).toBe(0);
  expect(
    features("On 4 May Kazan was last.", "Kazan was last. Earlier, on 1 May, it led.").otherLeadDays,
  ).toBe(0);
});
