import { openLayer } from "../../address/use-address.ts";

interface ObservationButtonProps {
  readonly id: string;
  readonly claim: string;
}

/** An observation by its claim; opens it. */
export function ObservationButton({ id, claim }: ObservationButtonProps) {
  return (
    <button
      type="button"
      className="text-button"
      data-item
      onClick={() => openLayer({ kind: "observation", id })}
    >
      {claim}
    </button>
  );
}
