import type { Unanswered } from "../../src/cycle/answers/timeline-as-known.ts";

/** A question the data cannot bear, why, and what would be enough. */
export function Unanswerable({ question, why }: { readonly question: string; readonly why: Unanswered }) {
  return (
    <section className="panel stack">
      <h2>{question}</h2>
      <p>
        <span className="hatched">unknown</span> {why.problem}; {why.remedy}.
      </p>
    </section>
  );
}
