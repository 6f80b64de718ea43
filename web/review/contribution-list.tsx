import type { ContributionsReply } from "../../src/api/contract.ts";
import { Link } from "../address/link.tsx";
import { ContributionCard } from "./contribution-card.tsx";
import type { VettingDecision } from "./vettings.ts";

interface ContributionListProps {
  readonly reply: ContributionsReply;
  readonly state: "waiting" | "decided";
  readonly streams: readonly string[];
  readonly by: string;
  readonly onDecided: (contribution: string, decision: VettingDecision) => void;
}

/** What outside monitors handed in. */
export function ContributionList({ reply, state, streams, by, onDecided }: ContributionListProps) {
  const { contributors } = reply;
  const shown = reply.contributions.filter(({ vetting }) => (vetting !== null) === (state === "decided"));
  if (shown.length === 0) {
    return (
      <p className="panel quiet">
        {state === "decided" ? "Nothing has been decided yet." : "No contribution waits."} Outside monitors
        hand in what they saw under <Link to="/contribute">Contribute</Link>.
      </p>
    );
  }
  return (
    <section className="stack" aria-label="Contributions">
      <p className="quiet">{shown.length}, the latest first</p>
      <ol className="review-list">
        {shown.map((recorded) => (
          <ContributionCard key={recorded.id} {...{ recorded, contributors, streams, by, onDecided }} />
        ))}
      </ol>
    </section>
  );
}
