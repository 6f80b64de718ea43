import type { Opinion, OpinionAnswer } from "#model/opinion.ts";
import type { Review } from "#model/review.ts";
import { Link } from "../address/link.tsx";
import { MachineMark } from "../panels/observation/machine-mark.tsx";
import { decidedWords } from "./decisions.ts";

interface OpinionFactsProps {
  readonly opinion: Opinion;
  readonly review: Review | null;
}

/** What a machine said, marked as that; whose sentence it is; and what was decided. Nothing of it is a link. */
export function OpinionFacts({ opinion: { answer, model, at, sentence }, review }: OpinionFactsProps) {
  return (
    <>
      <div className="machine-said">
        <MachineMark what="machine opinion" model={model} at={at} />
        <ul className="machine-lines">
          {linesOf(answer).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <p className="small">
        {sentence.source}, {sentence.knownAt} · not coded: bears on nothing unless you enter it
      </p>
      {review && (
        <p className="small">
          <strong>{decidedWords(review.decided)}</strong> by {review.by},{" "}
          {review.at.slice(0, 16).replace("T", " ")} UTC{review.note && `: ${review.note}`}
          {review.entered !== null && (
            <>
              {" "}
              · <Link to={`/evidence/${review.entered}`}>evidence</Link>
            </>
          )}
        </p>
      )}
    </>
  );
}

function linesOf(answer: OpinionAnswer | null): string[] {
  if (answer?.kind === "sentence") {
    return answer.events.map(
      ({ source, target, root, trigger }) => `“${source}” → “${target}”: ${root}, by “${trigger}”`,
    );
  }
  if (answer?.kind === "dictionary") {
    return answer.proposals.map(({ words, as, meaning }) => `“${words}” is a word for an ${as}: ${meaning}`);
  }
  return [];
}
