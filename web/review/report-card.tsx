import { useState } from "react";
import type { QueuedReport } from "../../src/cycle/reports/review-report.ts";
import { useReview } from "../api/decisions.ts";
import { CorrectionForm } from "./correction-form.tsx";
import { type Choosing, DecidableCard } from "./decidable-card.tsx";
import { type Decision, DECISIONS } from "./decisions.ts";
import { ReportFacts } from "./report-facts.tsx";
import { ReportStory } from "./report-story.tsx";

interface ReportCardProps {
  readonly queued: QueuedReport;
  readonly streams: readonly string[];
  readonly by: string;
  readonly onDecided: (report: string, decision: Decision) => void;
}

/** A report with its sentence, and what can be decided on it, by button or by key. */
export function ReportCard({
  queued: { report, sentence, review },
  streams,
  by,
  onDecided,
}: ReportCardProps) {
  const [isCorrecting, setCorrecting] = useState(false);
  const { mutate, isPending, error } = useReview(report.id);
  const send = (decision: Decision) =>
    mutate({ ...decision, by }, { onSuccess: () => onDecided(report.id, decision) });
  const correct = () => setCorrecting(true);
  // Where no rule said what it would be entered as, accepting it is saying so.
  const isUnplaced = report.attributes["stream"] === undefined;
  const decide = (decision: Decision) =>
    decision.verdict === "accepted" && isUnplaced ? correct() : send(decision);
  return (
    <DecidableCard
      label={sentence}
      choices={choicesOn(review !== null, decide, correct)}
      form={
        isCorrecting ? (
          <CorrectionForm
            report={report}
            streams={streams}
            onSend={(correction) => send({ verdict: "accepted", correction })}
            onCancel={() => setCorrecting(false)}
          />
        ) : null
      }
      isPending={isPending}
      error={error}
    >
      <p className="report-sentence" lang={report.attributes["language"]}>
        <mark>{sentence}</mark>
      </p>
      <ReportFacts report={report} review={review} />
      <ReportStory report={report.id} />
    </DecidableCard>
  );
}

function choicesOn(
  isDecided: boolean,
  decide: (decision: Decision) => void,
  correct: () => void,
): readonly Choosing[] {
  if (isDecided) return [{ key: "u", name: "Take back", act: () => decide({ verdict: "undone" }) }];
  return [
    ...DECISIONS.map(({ key, name, decision }) => ({ key, name, act: () => decide(decision) })),
    { key: "c", name: "Correct", act: correct },
  ];
}
