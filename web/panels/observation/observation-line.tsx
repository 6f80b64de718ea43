import { awaitsSource, type Observation } from "#model/observation.ts";
import { Link } from "../../address/link.tsx";
import { asPrecise } from "../../words/dates.ts";
import { signed } from "../../words/probability.ts";
import { GradeShort } from "./grade.tsx";
import "./observation-line.css";

interface ObservationLineProps {
  readonly observation: Observation;
  /** What it moved a probability by, where that was asked for. */
  readonly logOdds?: number | null;
  /** What pressing it does; without, it leads to the observation's own page. */
  readonly onOpen?: () => void;
}

/** An observation as one pressable line: date, claim, stream, grade, whether it was checked. */
export function ObservationLine({ observation, logOdds = null, onOpen }: ObservationLineProps) {
  const parts = <Parts observation={observation} logOdds={logOdds} />;
  return (
    <li>
      {onOpen ? (
        <button type="button" className="observation-line" data-item onClick={onOpen}>
          {parts}
        </button>
      ) : (
        <Link className="observation-line" data-item to={`/evidence/${observation.id}`}>
          {parts}
        </Link>
      )}
    </li>
  );
}

function Parts({
  observation,
  logOdds,
}: {
  readonly observation: Observation;
  readonly logOdds: number | null;
}) {
  const { claim, stream, kind, precision, validFrom, grade } = observation;
  return (
    <>
      <time className="observation-date">{asPrecise(validFrom, precision)}</time>
      <span className="observation-claim">
        {claim}
        <span className="small observation-note">
          {stream} · {kind.replaceAll("_", " ")} · <GradeShort grade={grade} />
          {awaitsSource(observation) && (
            <span className="unchecked"> · not yet checked against a source</span>
          )}
        </span>
      </span>
      {logOdds !== null && <span className="observation-shift">{signed(logOdds, 2)}</span>}
    </>
  );
}
