import { type KeyboardEvent, useState } from "react";
import type { RecordedContribution, Vetting } from "#model/contribution.ts";
import type { ContributionsReply } from "../../src/api/contract.ts";
import { useVetting } from "../api/queries.ts";
import { ContributionFacts } from "./contribution-facts.tsx";
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
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
    const chosen = choices.find(({ key }) => key === event.key);
    if (!chosen) return;
    event.preventDefault();
    chosen.act();
  };
  return (
    <li>
      <article
        className="report"
        tabIndex={0}
        data-item
        aria-busy={isPending}
        aria-label={contribution.title}
        onKeyDown={press}
      >
        <p className="report-sentence">{contribution.title}</p>
        <ContributionFacts
          recorded={recorded}
          by={contributors.find(({ contributor }) => contributor === contribution.contributor)}
        />
        {isEntering ? (
          <VetForm
            contribution={contribution}
            streams={streams}
            onSend={(entry) => send({ decision: "entered", entry })}
            onCancel={() => setEntering(false)}
          />
        ) : (
          <p className="report-keys">
            {choices.map(({ key, name, act }) => (
              <button key={key} type="button" className="button" onClick={act}>
                {name} <kbd>{key}</kbd>
              </button>
            ))}
          </p>
        )}
        {error && <p role="alert">{error.message} Nothing was recorded.</p>}
      </article>
    </li>
  );
}

interface Choosing {
  readonly key: string;
  readonly name: string;
  readonly act: () => void;
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
