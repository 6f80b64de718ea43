import { useObservation } from "../../api/queries.ts";
import { Opens } from "./opens.tsx";

interface ObservationNameProps {
  readonly id: string;
}

/** An observation by its claim, where only its id is at hand; opens it. */
export function ObservationName({ id }: ObservationNameProps) {
  const { data } = useObservation(id);
  return <Opens observation={id}>{data?.observation.claim ?? id}</Opens>;
}
