import { useState } from "react";
import type { QueuedOpinion } from "../../src/cycle/opinions/decide-opinion.ts";
import { useOpinionDecision } from "../api/decisions.ts";
import { type Choosing, DecidableCard } from "./decidable-card.tsx";
import type { Decision } from "./decisions.ts";
import { OpinionFacts } from "./opinion-facts.tsx";
import { SentenceForm } from "./sentence-form.tsx";

interface OpinionCardProps {
  readonly queued: QueuedOpinion;
  readonly streams: readonly string[];
  readonly by: string;
  readonly onDecided: (opinion: string, decision: Decision) => void;
}

/** A sentence that was not coded, what a machine said of it, and the choice to take it or leave it. */
export function OpinionCard({ queued: { opinion, review }, streams, by, onDecided }: OpinionCardProps) {
  const [isTaking, setTaking] = useState(false);
  const { mutate, isPending, error } = useOpinionDecision(opinion.id);
  const { text, language } = opinion.sentence;
  const send = (decision: Decision) =>
    mutate({ ...decision, by }, { onSuccess: () => onDecided(text, decision) });
  const take = () =>
    opinion.kind === "sentence" ? setTaking(true) : send({ verdict: "accepted", correction: {} });
  return (
    <DecidableCard
      label={text}
      choices={choicesOn(review !== null, take, send)}
      form={
        isTaking ? (
          <SentenceForm
            sentence={text}
            streams={streams}
            onSend={(correction) => send({ verdict: "accepted", correction })}
            onCancel={() => setTaking(false)}
          />
        ) : null
      }
      isPending={isPending}
      error={error}
    >
      <p className="report-sentence" lang={language || undefined}>
        {text}
      </p>
      <OpinionFacts opinion={opinion} review={review} />
    </DecidableCard>
  );
}

function choicesOn(
  isDecided: boolean,
  take: () => void,
  send: (decision: Decision) => void,
): readonly Choosing[] {
  if (isDecided) return [{ key: "u", name: "Take back", act: () => send({ verdict: "undone" }) }];
  return [
    { key: "a", name: "Take", act: take },
    { key: "m", name: "Leave: wrong", act: () => send({ verdict: "rejected", because: "misread" }) },
    {
      key: "s",
      name: "Leave: off the subject",
      act: () => send({ verdict: "rejected", because: "off-subject" }),
    },
  ];
}
