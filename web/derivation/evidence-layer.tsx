import { useObservation } from "../api/queries.ts";
import { EvidenceText } from "../panels/observation/evidence-text.tsx";
import { Loaded } from "../panels/loaded.tsx";

/** The bottom: the very text an observation was read from. */
export function EvidenceLayer({ id }: { readonly id: string }) {
  return (
    <Loaded query={useObservation(id)} lines={6}>
      {(reply) => (
        <>
          <h2>What {reply.observation.id} was read from</h2>
          <EvidenceText reply={reply} />
        </>
      )}
    </Loaded>
  );
}
