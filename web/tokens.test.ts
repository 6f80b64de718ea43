import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Rgb = readonly [number, number, number];
type Scheme = "light" | "dark";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

/** The linear-light colour of a token in a scheme. */
function colour(name: string, scheme: Scheme): Rgb {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  if (!found) throw new RangeError(`no colour --${name}`);
  const hex = found[scheme === "light" ? 1 : 2]!;
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2.2 contrast. */
function contrast(a: Rgb, b: Rgb): number {
  const light = ([r, g, bl]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * bl + 0.05;
  const [x, y] = [light(a), light(b)];
  return Math.max(x, y) / Math.min(x, y);
}

/** Oklab, Ottosson 2020. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Full protanopia, deuteranopia and tritanopia: Machado, Oliveira, Fernandes 2009. */
const EYES = {
  trichromat: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanope: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranope: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanope: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

function seen([r, g, b]: Rgb, m: readonly number[]): Rgb {
  const row = (i: number) => Math.max(0, m[i]! * r + m[i + 1]! * g + m[i + 2]! * b);
  return [row(0), row(3), row(6)];
}

function apart(a: string, b: string, scheme: Scheme, eye: readonly number[]): number {
  const [x, y] = [oklab(seen(colour(a, scheme), eye)), oklab(seen(colour(b, scheme), eye))];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

const TEXTS = ["ink", "ink-quiet", "ink-faint", "accent", "past-ink", "raises", "lowers"];
const GROUNDS = ["ground", "surface", "past-ground"];
const MARKS = [
  "state-dormant",
  "state-building",
  "state-critical",
  "bloc-east",
  "bloc-west",
  "bloc-other",
  "raises",
  "lowers",
  "line-strong",
];
const PALETTES = [
  ["state-dormant", "state-building", "state-critical"],
  ["bloc-east", "bloc-west", "bloc-other"],
  ["raises", "lowers"],
  ["level-0", "level-1", "level-2", "level-3", "level-4"],
];

for (const scheme of ["light", "dark"] as const) {
  test(`text stands out by 4.5 and marks by 3 in ${scheme}`, () => {
    for (const ground of GROUNDS) {
      for (const text of TEXTS) {
        expect(
          contrast(colour(text, scheme), colour(ground, scheme)),
          `${text} on ${ground}`,
        ).toBeGreaterThan(4.5);
      }
      for (const mark of MARKS) {
        expect(
          contrast(colour(mark, scheme), colour(ground, scheme)),
          `${mark} on ${ground}`,
        ).toBeGreaterThan(3);
      }
    }
  });

  test(`no palette loses a difference to colour blindness in ${scheme}`, () => {
    for (const [name, eye] of Object.entries(EYES)) {
      for (const palette of PALETTES) {
        const pairs = palette.flatMap((a, i) => palette.slice(i + 1).map((b) => [a, b] as const));
        for (const [a, b] of pairs)
          expect(apart(a, b, scheme, eye), `${a}, ${b}, ${name}`).toBeGreaterThan(0.07);
      }
    }
  });

  test(`blocs are equally light, levels steadily heavier in ${scheme}`, () => {
    const lightness = (name: string) => oklab(colour(name, scheme))[0];
    const blocs = ["bloc-east", "bloc-west", "bloc-other"].map(lightness);
    expect(Math.max(...blocs) - Math.min(...blocs)).toBeLessThan(0.05);
    const levels = [0, 1, 2, 3, 4].map((level) => lightness(`level-${level}`));
    const steps = levels.slice(1).map((l, i) => (l - levels[i]!) * (scheme === "light" ? -1 : 1));
    expect(Math.min(...steps)).toBeGreaterThan(0.06);
  });
}
