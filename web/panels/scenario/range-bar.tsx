import "./range-bar.css";

interface RangeBarProps {
  readonly from: number;
  readonly to: number;
  readonly now: number;
}

/** Where a probability may go, on a scale from 0 to 1: below where it stands in one colour, above in the other. */
export function RangeBar({ from, to, now }: RangeBarProps) {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const part = (start: number, end: number) => ({
    left: `${start * 100}%`,
    width: `${Math.max(0, end - start) * 100}%`,
  });
  return (
    <span className="range-bar" aria-hidden="true">
      <span className="range-bar-below" style={part(low, Math.min(now, high))} />
      <span className="range-bar-above" style={part(Math.max(now, low), high)} />
      <span className="range-bar-now" style={{ left: `${now * 100}%` }} />
    </span>
  );
}
