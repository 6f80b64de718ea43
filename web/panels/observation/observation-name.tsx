import { openLayer } from "../../address/use-address.ts";
import { useObservation } from "../../api/queries.ts";

interface ObservationNameProps {
  readonly id: string;
}

/** An observation by its claim, where only its id is at hand; opens it. */
export function ObservationName({ id }: ObservationNameProps) {
  const { data } = useObservation(id);
  return (
    <button
      type="button"
      className="text-button"
      data-item
      onClick={() => openLayer({ kind: "observation", id })}
    >
      {data?.observation.claim ?? id}
    </button>
  );
}
