import * as plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { timeAxis, timeTick } from "./time-axis.ts";

test("a tick says the coarsest part of the time that is new", () => {
  const told = ["2026-01-01", "2026-03-01", "2026-03-05", "2026-03-05T06:00Z"].map((time) =>
    timeTick(new Date(time)),
  );
  expect(told).toEqual(["2026", "2026-03", "03-05", "06:00"]);
});

/** Where the ticks of a drawn axis stand, in pixels from the left, and what they say. */
function ticksAcross(width: number, years: number): { at: number; says: string }[] {
  const x = timeAxis(new Date("2019-11-30"), new Date(`${2019 + years}-11-30`));
  const drawn = plot.plot({
    document: parseHTML("<html></html>").document,
    width,
    x,
    marks: [plot.ruleY([0])],
  });
  return [...drawn.querySelectorAll("[aria-label='x-axis tick label'] text")].map((tick) => ({
    at: Number(/translate\(([\d.]+)/.exec(tick.getAttribute("transform") ?? "")![1]),
    says: tick.textContent,
  }));
}

test("ticks stand far enough apart for the words at them, whatever the span and the width", () => {
  const widthOfDigit = 6.3;
  for (const width of [200, 320, 420, 620, 800, 1000, 1200])
    for (let years = 1; years <= 70; years++) {
      const ticks = ticksAcross(width, years);
      const gaps = ticks.slice(1).map(({ at }, n) => at - ticks[n]!.at);
      const widest = widthOfDigit * Math.max(...ticks.map(({ says }) => says.length));
      expect({ width, years, ticks: ticks.length > 0 }).toEqual({ width, years, ticks: true });
      expect(Math.min(...gaps), `${width} px, ${years} years`).toBeGreaterThan(widest);
    }
});

test("a small chart of many years says more than one of them", () => {
  expect(ticksAcross(200, 16).length).toBeGreaterThanOrEqual(3);
});
