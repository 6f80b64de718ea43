import type { ProbabilitySpan } from "./probability-span.ts";
import "./range-bar.css";

interface RangeBarProps {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly span: ProbabilitySpan;
}

/** Where a probability may go, between the ends of the span: below where it stands in one colour, above in the other. */
export function RangeBar({ from, to, now, span: [first, last] }: RangeBarProps) {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const across = (p: number) => `${((p - first) / (last - first)) * 100}%`;
  const part = (start: number, end: number) => ({
    left: across(start),
    width: across(first + Math.max(0, end - start)),
  });
  return (
    <span className="range-bar" aria-hidden="true">
      <span className="range-bar-below" style={part(low, Math.min(now, high))} />
      <span className="range-bar-above" style={part(Math.max(now, low), high)} />
      <span className="range-bar-now" style={{ left: across(now) }} />
    </span>
  );
}
