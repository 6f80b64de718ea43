import { type KeyboardEvent, useState } from "react";
import type { QueuedReport } from "../../src/cycle/reports/review-report.ts";
import { useReview } from "../api/queries.ts";
import { CorrectionForm } from "./correction-form.tsx";
import { DecisionKeys } from "./decision-keys.tsx";
import { type Decision, DECISIONS } from "./decisions.ts";
import { ReportFacts } from "./report-facts.tsx";

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
  const isUnplaced = report.attributes["stream"] === undefined;
  const correct = () => setCorrecting(true);
  const decide = (decision: Decision) =>
    decision.verdict === "accepted" && isUnplaced ? correct() : send(decision);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
    const act = actionOf(event.key, review !== null, decide, correct);
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <li>
      <article
        className="report"
        tabIndex={0}
        data-item
        aria-busy={isPending}
        aria-label={sentence}
        onKeyDown={press}
      >
        <p className="report-sentence" lang={report.attributes["language"]}>
          <mark>{sentence}</mark>
        </p>
        <ReportFacts report={report} review={review} />
        {isCorrecting ? (
          <CorrectionForm
            report={report}
            streams={streams}
            onSend={(correction) => send({ verdict: "accepted", correction })}
            onCancel={() => setCorrecting(false)}
          />
        ) : (
          <DecisionKeys isDecided={review !== null} onDecide={decide} onCorrect={correct} />
        )}
        {error && <p role="alert">{error.message} Nothing was recorded.</p>}
      </article>
    </li>
  );
}

function actionOf(
  pressed: string,
  isDecided: boolean,
  decide: (decision: Decision) => void,
  correct: () => void,
): (() => void) | undefined {
  if (isDecided) return pressed === "u" ? () => decide({ verdict: "undone" }) : undefined;
  if (pressed === "c") return correct;
  const keyed = DECISIONS.find(({ key }) => key === pressed);
  return keyed && (() => decide(keyed.decision));
}
