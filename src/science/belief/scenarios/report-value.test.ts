import fc from "fast-check";
import { expect, test } from "vitest";
import { reportValue, type OpenReport } from "./report-value.ts";

const one = (present: number, absent: number): OpenReport => ({
  present: [{ scenario: 0, logLikelihood: [0, Math.log(present) / 2, Math.log(present)] }],
  absent: [{ scenario: 0, logLikelihood: [0, Math.log(absent) / 2, Math.log(absent)] }],
});

test("between dormant and critical a report has the sensitivity and specificity of its two likelihood ratios", () => {
  const value = reportValue(Float64Array.of(0.7, 0, 0.3), Float64Array.of(0, 0, 1), one(9, 0.25));
  const falseAlarms = 0.75 / 8.75;
  const hits = 9 * falseAlarms;
  expect(value.chancePresent).toBeCloseTo(0.3 * hits + 0.7 * falseAlarms, 14);
  expect(value.ifPresent / (1 - value.ifPresent)).toBeCloseTo((0.3 / 0.7) * 9, 12);
  expect(value.ifAbsent / (1 - value.ifAbsent)).toBeCloseTo((0.3 / 0.7) * 0.25, 12);
});

test("what the two findings would say averages to what is thought now, and neither can cost information", () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.tuple(share, share, share),
      fc.tuple(share, share, share),
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      (weights, event, present, absent) => {
        const total = weights.reduce((a, b) => a + b, 0);
        const alpha = Float64Array.from(weights, (w) => w / total);
        const now = alpha.reduce((sum, p, x) => sum + p * event[x]!, 0);
        const value = reportValue(alpha, Float64Array.from(event), one(present, absent));
        const { chancePresent, ifPresent, ifAbsent } = value;
        expect(chancePresent * ifPresent + (1 - chancePresent) * ifAbsent).toBeCloseTo(now, 10);
        expect(value.entropyReduction).toBeGreaterThanOrEqual(0);
        expect(value.expectedShift).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test("a report that says the same either way is worth nothing", () => {
  const value = reportValue(Float64Array.of(0.5, 0.2, 0.3), Float64Array.of(0.1, 0.4, 1), one(1, 1));
  expect(value.expectedShift).toBeCloseTo(0, 12);
  expect(value.entropyReduction).toBeCloseTo(0, 12);
});
