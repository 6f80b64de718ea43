import { expect, test } from "vitest";
import { DARK, LIGHT, paletteVariables, SCREEN, type Palette } from "./palette.ts";

/** Relative luminance of an sRGB colour, WCAG 2.2. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Text and what it stands on: prose, captions, links, and the number in each level's cell. */
function pairsOf({ ink, muted, accent, paper, levels }: Palette): [string, string][] {
  const numbers = levels.map((fill, level): [string, string] => [level >= 3 ? paper : ink, fill]);
  return [[ink, paper], [muted, paper], [accent, paper], [ink, levels[1]], ...numbers];
}

test.each([
  ["light", LIGHT],
  ["dark", DARK],
])("text stands out from its ground by 4.5 : 1 in the %s palette", (_, palette) => {
  expect(pairsOf(palette).filter(([text, ground]) => contrast(text, ground) < 4.5)).toEqual([]);
});

test("levels grow steadily away from the page, so that they read in grey too", () => {
  for (const { paper, levels } of [LIGHT, DARK]) {
    const distances = levels.map((fill) => contrast(fill, paper));
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  }
});

test("every colour the screen asks for is declared", () => {
  const asked = [...Object.values(SCREEN).flat()].map((colour) => colour.slice(4, -1));
  expect(asked.filter((name) => !paletteVariables(LIGHT).includes(`${name}: #`))).toEqual([]);
});
