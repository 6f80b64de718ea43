import { useState } from "react";
import type { RecordedContribution, Vetting } from "#model/contribution.ts";
import type { ContributionsReply } from "../../src/api/contract.ts";
import { useVetting } from "../api/decisions.ts";
import { ContributionFacts } from "./contribution-facts.tsx";
import { type Choosing, DecidableCard } from "./decidable-card.tsx";
import { VetForm } from "./vet-form.tsx";
import { VETTING_KEYS, type VettingDecision } from "./vettings.ts";

interface ContributionCardProps {
  readonly recorded: RecordedContribution;
  readonly contributors: ContributionsReply["contributors"];
  readonly streams: readonly string[];
  readonly by: string;
  readonly onDecided: (contribution: string, decision: VettingDecision) => void;
}

/** A contribution, and what can be decided on it, by button or by key. */
export function ContributionCard({ recorded, contributors, streams, by, onDecided }: ContributionCardProps) {
  const { id, contribution, vetting } = recorded;
  const [isEntering, setEntering] = useState(false);
  const { mutate, isPending, error } = useVetting(id);
  const send = (decision: VettingDecision) =>
    mutate({ ...decision, by }, { onSuccess: () => onDecided(id, decision) });
  const choices = choicesOn(vetting?.decision ?? null, send, () => setEntering(true));
  return (
    <DecidableCard
      label={contribution.title}
      choices={choices}
      needs="steward"
      form={
        isEntering ? (
          <VetForm
            contribution={contribution}
            streams={streams}
            onSend={(entry) => send({ decision: "entered", entry })}
            onCancel={() => setEntering(false)}
          />
        ) : null
      }
      isPending={isPending}
      error={error}
    >
      <p className="report-sentence">{contribution.title}</p>
      <ContributionFacts
        recorded={recorded}
        by={contributors.find(({ contributor }) => contributor === contribution.contributor)}
      />
    </DecidableCard>
  );
}

function choicesOn(
  decided: Vetting["decision"] | null,
  send: (decision: VettingDecision) => void,
  enter: () => void,
): readonly Choosing[] {
  if (decided === "accepted") return [];
  if (decided !== null) return [{ key: "u", name: "Take back", act: () => send({ decision: "undone" }) }];
  return [
    { key: "a", name: "Enter", act: enter },
    { key: "t", name: "Have its text read", act: () => send({ decision: "accepted" }) },
    ...VETTING_KEYS.map(({ key, name, because }) => ({
      ...{ key, name },
      act: () => send({ decision: "rejected", because }),
    })),
  ];
}
