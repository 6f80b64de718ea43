import { type FormEvent, useState } from "react";
import type { Acknowledgement } from "#model/warning.ts";
import { useAcknowledge } from "../../api/decisions.ts";
import { useMayActAs, useSession } from "../../api/session.ts";
import "./acknowledgements.css";

interface AcknowledgementsProps {
  readonly warning: string;
  readonly given: readonly Acknowledgement[];
}

/** Who has seen the warning and what they noted; a new one is appended, nothing is taken back. */
export function Acknowledgements({ warning, given }: AcknowledgementsProps) {
  const mayAcknowledge = useMayActAs("analyst");
  return (
    <section className="stack">
      <h3 className="label">{given.length === 0 ? "Nobody has acknowledged it yet" : "Acknowledged"}</h3>
      {given.map(({ by, at, note }) => (
        <p key={at}>
          <strong>{by}</strong> <time className="quiet">{at.slice(0, 16).replace("T", " ")} UTC</time>
          {note && <span className="acknowledged-note">{note}</span>}
        </p>
      ))}
      {mayAcknowledge && (
        <details>
          <summary>Acknowledge</summary>
          <AcknowledgeForm warning={warning} />
        </details>
      )}
    </section>
  );
}

function AcknowledgeForm({ warning }: { readonly warning: string }) {
  const [typed, setBy] = useState("");
  const account = useSession().data?.account?.name;
  const by = account ?? typed;
  const [note, setNote] = useState("");
  const { mutate, isPending, error } = useAcknowledge(warning);
  const send = (event: FormEvent) => {
    event.preventDefault();
    mutate({ by: by.trim(), note: note.trim() }, { onSuccess: () => setNote("") });
  };
  return (
    <form className="acknowledge" onSubmit={send}>
      {account === undefined && (
        <label>
          <span className="label">Your name</span>
          <input
            className="field"
            required
            value={by}
            autoComplete="name"
            onChange={(event) => setBy(event.currentTarget.value)}
          />
        </label>
      )}
      <label>
        <span className="label">Note (optional)</span>
        <input className="field" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </label>
      <button type="submit" className="button" disabled={isPending || by.trim() === ""}>
        Acknowledge
      </button>
      {error && <p role="alert">{error.message} Nothing was recorded; try again.</p>}
    </form>
  );
}
