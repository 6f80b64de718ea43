import { type FormEvent, useId } from "react";
import type { Observation } from "#model/observation.ts";
import type { Correction } from "#model/review.ts";

interface CorrectionFormProps {
  readonly report: Observation;
  readonly streams: readonly string[];
  readonly onSend: (correction: Correction) => void;
  readonly onCancel: () => void;
}

const ROOTS =
  "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split(
    " ",
  );

/** Says what a report really is before it is entered; what is left as it stands is not a correction. */
export function CorrectionForm({ report, streams, onSend, onCancel }: CorrectionFormProps) {
  const kinds = useId();
  const { stream = "", kind = "", root = "" } = report.attributes;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend(changedIn(new FormData(event.currentTarget), report));
  };
  return (
    <form className="correction" onSubmit={send}>
      <label className="wide">
        <span className="label">What happened</span>
        <input className="field" name="claim" defaultValue={report.claim} required maxLength={1000} />
      </label>
      <label>
        <span className="label">Stream</span>
        <select className="field" name="stream" defaultValue={stream} required>
          {stream === "" && <option value="">choose</option>}
          {streams.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        <span className="label">Kind</span>
        <input className="field" name="kind" defaultValue={kind} required list={kinds} />
      </label>
      <label>
        <span className="label">When</span>
        <input className="field" name="validFrom" type="date" defaultValue={report.validFrom} required />
      </label>
      <label>
        <span className="label">Confirmed (Admiralty number)</span>
        <select className="field" name="credibility" defaultValue={String(report.grade.credibility)}>
          {[1, 2, 3, 4, 5, 6].map((number) => (
            <option key={number}>{number}</option>
          ))}
        </select>
      </label>
      <label>
        <span className="label">Event by PLOVER</span>
        <select className="field" name="root" defaultValue={root}>
          {ROOTS.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <p className="report-keys wide">
        <button type="submit" className="button">
          Accept as corrected
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}

/** Only what differs from what the report says. */
function changedIn(form: FormData, { claim, validFrom, grade, attributes }: Observation): Correction {
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const credibility = Number(said("credibility"));
  const differing = (name: string, before: string | undefined) =>
    said(name) === "" || said(name) === before ? {} : { [name]: said(name) };
  return {
    ...differing("claim", claim),
    ...differing("stream", attributes["stream"]),
    ...differing("kind", attributes["kind"]),
    ...differing("validFrom", validFrom),
    ...differing("root", attributes["root"]),
    ...(credibility === grade.credibility ? {} : { credibility }),
  };
}
