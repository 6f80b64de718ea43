import "./shift-bar.css";

interface ShiftBarProps {
  readonly logOdds: number;
  /** Log-odds that fill one side. */
  readonly widest: number;
}

/** A shift from a centre line: to the right it raises, to the left it lowers. The number stands beside it. */
export function ShiftBar({ logOdds, widest }: ShiftBarProps) {
  const share = widest > 0 ? Math.min(1, Math.abs(logOdds) / widest) : 0;
  return (
    <span className="shift" aria-hidden="true">
      <span className="shift-bar" data-raises={logOdds >= 0 || undefined} style={{ "--share": share }} />
    </span>
  );
}
