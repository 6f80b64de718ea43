import "./pending.css";

interface PendingProps {
  readonly lines?: number;
  /** Said to who has waited a second: why it takes longer than that. */
  readonly why?: string | undefined;
}

/** The shape of what is coming; nothing at all for the first 300 ms. */
export function Pending({ lines = 3, why }: PendingProps) {
  return (
    <div className="pending" role="status">
      <span className="visually-hidden">Loading</span>
      {why && <p className="pending-why quiet">{why}</p>}
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="pending-line" style={{ width: `${[92, 100, 78, 96, 64][i % 5]}%` }} />
      ))}
    </div>
  );
}
