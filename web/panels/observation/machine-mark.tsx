import "./machine-mark.css";

interface MachineMarkProps {
  readonly what: "machine opinion" | "machine translation";
  readonly model: string;
  /** When it was said, ISO 8601. */
  readonly at: string;
}

/** Says of what stands beside it that a machine said it, which one and when. */
export function MachineMark({ what, model, at }: MachineMarkProps) {
  return (
    <p className="machine-mark">
      <strong>{what}</strong> by {model}, {at.slice(0, 10)}: no source, counted nowhere
    </p>
  );
}
