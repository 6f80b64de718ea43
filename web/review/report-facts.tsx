import type { Observation } from "#model/observation.ts";
import type { Review } from "#model/review.ts";
import { Link } from "../address/link.tsx";
import { GradeShort } from "../panels/observation/grade.tsx";
import { decidedWords } from "./decisions.ts";

interface ReportFactsProps {
  readonly report: Observation;
  readonly review: Review | null;
}

/** How a report was read, what it would be entered as, and what was decided. */
export function ReportFacts({ report, review }: ReportFactsProps) {
  const { claim, knownAt, grade, attributes } = report;
  const { stream = "not said", kind = "" } = attributes;
  return (
    <>
      <p className="small">
        {claim} <span className="quiet">{knownAt}</span> · <GradeShort grade={grade} /> ·{" "}
        <HowFound report={report} /> · would be entered as {stream} {kind.replaceAll("_", " ")} ·{" "}
        <Link to={`/evidence/${report.id}`}>evidence</Link>
      </p>
      {review && (
        <p className="small">
          <strong>{decidedWords(review.decided)}</strong> by {review.by},{" "}
          {review.at.slice(0, 16).replace("T", " ")} UTC{review.note && `: ${review.note}`}
        </p>
      )}
    </>
  );
}

/** What an analyst should doubt: how a sentence was read, or what else pictures may show. */
function HowFound({ report: { attributes, measures } }: Pick<ReportFactsProps, "report">) {
  const { root, site, alternatives } = attributes;
  if (site === undefined || alternatives === undefined) {
    return `read as ${root} with confidence ${measures["confidence"]?.toFixed(2)}`;
  }
  return (
    <>
      false alarms: {attributes["false-alarm rate"]} · could also be: {alternatives} ·{" "}
      <Link to="/sites" params={{ site }}>
        before and after
      </Link>
    </>
  );
}
