import type { ObservationReply } from "../../src/api/contract.ts";
import type { RELATIONS } from "#model/observation.ts";
import { ObservationLine } from "./observation-line.tsx";

const HEADINGS: Record<(typeof RELATIONS)[number], string> = {
  contradicts: "Contradicted by",
  "same-story": "The same story, told by others",
  "same-origin": "From the same origin",
  "same-copy": "Copies",
  supersedes: "Earlier or later versions",
};

interface RelatedProps {
  readonly related: ObservationReply["related"];
  readonly onOpen: (id: string) => void;
}

/** Who else says so, who says otherwise; copies are folded away under their origin. */
export function Related({ related, onOpen }: RelatedProps) {
  if (related.length === 0)
    return <p className="quiet">Nothing else in the record tells of it or contradicts it.</p>;
  return Object.entries(HEADINGS).map(([relation, heading]) => {
    const ones = related.filter((one) => one.relation === relation);
    if (ones.length === 0) return null;
    const lines = (
      <ul className="observation-lines">
        {ones.map(({ observation }) => (
          <ObservationLine
            key={observation.id}
            observation={observation}
            onOpen={() => onOpen(observation.id)}
          />
        ))}
      </ul>
    );
    return relation === "same-copy" ? (
      <details key={relation}>
        <summary>
          {heading} ({ones.length})
        </summary>
        {lines}
      </details>
    ) : (
      <section key={relation} className="stack">
        <h3>{heading}</h3>
        {lines}
      </section>
    );
  });
}
