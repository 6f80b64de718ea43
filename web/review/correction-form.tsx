import type { FormEvent } from "react";
import type { Observation } from "#model/observation.ts";
import { ROOTS } from "#science/text/plover/index.ts";
import type { Correction } from "#model/review.ts";
import { ClaimField, CredibilityField, EntryKeys, KindField, saidIn, StreamField } from "./entry-fields.tsx";

interface CorrectionFormProps {
  readonly report: Observation;
  readonly streams: readonly string[];
  readonly onSend: (correction: Correction) => void;
  readonly onCancel: () => void;
}

/** Says what a report really is before it is entered; what is left as it stands is not a correction. */
export function CorrectionForm({ report, streams, onSend, onCancel }: CorrectionFormProps) {
  const { stream = "", kind = "", root = "" } = report.attributes;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend(changedIn(new FormData(event.currentTarget), report));
  };
  return (
    <form className="correction" onSubmit={send}>
      <ClaimField claim={report.claim} />
      <StreamField stream={stream} streams={streams} />
      <KindField kind={kind} />
      <label>
        <span className="label">When</span>
        <input className="field" name="validFrom" type="date" defaultValue={report.validFrom} required />
      </label>
      <CredibilityField credibility={report.grade.credibility} />
      {root !== "" && (
        <label>
          <span className="label">Event by PLOVER</span>
          <select className="field" name="root" defaultValue={root}>
            {ROOTS.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <EntryKeys send="Accept as corrected" onCancel={onCancel} />
    </form>
  );
}

/** Only what differs from what the report says. */
function changedIn(form: FormData, { claim, validFrom, grade, attributes }: Observation): Correction {
  const said = (name: string) => saidIn(form, name);
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
