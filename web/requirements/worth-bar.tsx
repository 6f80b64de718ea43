import "./worth-bar.css";

interface WorthBarProps {
  /** What looking now would move a forecast by, and what a full window would, as shares of the axis. */
  readonly worth: number;
  readonly whole: number;
}

/** How far a look would move a forecast: the part that is a gap today in full colour, the rest of its window pale. */
export function WorthBar({ worth, whole }: WorthBarProps) {
  return (
    <span className="worth-bar" aria-hidden="true">
      <span className="worth-bar-whole" style={{ width: `${100 * whole}%` }} />
      <span className="worth-bar-gap" style={{ width: `${100 * worth}%` }} />
    </span>
  );
}
