import "./pending.css";

/** The shape of what is coming; nothing at all for the first 300 ms. */
export function Pending({ lines = 3 }: { readonly lines?: number }) {
  return (
    <div className="pending" role="status">
      <span className="visually-hidden">Loading</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="pending-line" style={{ width: `${[92, 100, 78, 96, 64][i % 5]}%` }} />
      ))}
    </div>
  );
}
