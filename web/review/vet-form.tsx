import { type FormEvent, useEffect, useRef } from "react";
import type { ContributedEntry, Contribution } from "#model/contribution.ts";

interface VetFormProps {
  readonly contribution: Contribution;
  readonly streams: readonly string[];
  readonly onSend: (entry: ContributedEntry) => void;
  readonly onCancel: () => void;
}

/** Says where a contribution belongs in the record before it is entered. */
export function VetForm({ contribution, streams, onSend, onCancel }: VetFormProps) {
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend(entryIn(new FormData(event.currentTarget), contribution));
  };
  return (
    <form className="correction" onSubmit={send}>
      <label className="wide">
        <span className="label">What happened</span>
        <input className="field" name="claim" defaultValue={contribution.title} required maxLength={1000} />
      </label>
      <label>
        <span className="label">Stream</span>
        <select ref={first} className="field" name="stream" defaultValue="" required>
          <option value="">choose</option>
          {streams.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        <span className="label">Kind</span>
        <input className="field" name="kind" required />
      </label>
      <label>
        <span className="label">Confirmed (Admiralty number)</span>
        <select className="field" name="credibility" defaultValue="6">
          {[1, 2, 3, 4, 5, 6].map((number) => (
            <option key={number}>{number}</option>
          ))}
        </select>
      </label>
      <p className="report-keys wide">
        <button type="submit" className="button">
          Enter into the record
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}

function entryIn(form: FormData, { title }: Contribution): ContributedEntry {
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    ...{ stream: said("stream"), kind: said("kind"), credibility: Number(said("credibility")) },
    ...(said("claim") === title ? {} : { claim: said("claim") }),
  };
}
