import { Link } from "../address/link.tsx";
import { openLayer } from "../address/use-address.ts";
import { useObservation } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import { ObservationFacts } from "../panels/observation/observation-facts.tsx";
import { StoryTree } from "../panels/observation/story-tree.tsx";

/** One observation in the drawer; its evidence is one press further. */
export function ObservationLayer({ id }: { readonly id: string }) {
  return (
    <Loaded query={useObservation(id)} lines={6}>
      {({ observation, story }) => (
        <>
          <h2>{observation.claim}</h2>
          <p className="row">
            <button
              type="button"
              className="button"
              data-item
              onClick={() => openLayer({ kind: "evidence", id }, { onTop: true })}
            >
              Show the evidence
            </button>
            <Link to={`/evidence/${id}`}>Its own page</Link>
          </p>
          <ObservationFacts observation={observation} />
          <h3>Who tells it</h3>
          <StoryTree
            story={story}
            onOpen={(other) => openLayer({ kind: "observation", id: other }, { onTop: true })}
          />
        </>
      )}
    </Loaded>
  );
}
