import type { OpinionsReply } from "../../src/api/contract.ts";
import type { Decision } from "./decisions.ts";
import { OpinionCard } from "./opinion-card.tsx";

interface OpinionListProps {
  readonly reply: OpinionsReply;
  readonly state: "waiting" | "decided";
  readonly streams: readonly string[];
  readonly by: string;
  readonly onDecided: (sentence: string, decision: Decision) => void;
}

/** What a model that the operator named said of sentences that were not coded. */
export function OpinionList({ reply, state, streams, by, onDecided }: OpinionListProps) {
  const { total, refused, opinions } = reply;
  if (total === 0) {
    return (
      <p className="panel quiet">
        {state === "decided" ? "Nothing has been decided yet." : "No opinion waits."} A model is asked only
        where the operator names one: <code>tocsin opinion sentences</code>.
      </p>
    );
  }
  return (
    <section className="stack" aria-label="Machine opinions">
      <p className="quiet">
        {opinions.length} of {total}, the latest first
        {refused > 0 && `; ${refused} answers were refused because they did not fit their sentence`}
      </p>
      <ol className="review-list">
        {opinions.map((queued) => (
          <OpinionCard key={queued.opinion.id} {...{ queued, streams, by, onDecided }} />
        ))}
      </ol>
    </section>
  );
}
