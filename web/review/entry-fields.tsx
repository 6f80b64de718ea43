import type { Ref } from "react";

/** What an analyst says in words, where something is entered into the record. */
export function ClaimField({ claim }: { readonly claim: string }) {
  return (
    <label className="wide">
      <span className="label">What happened</span>
      <input className="field" name="claim" defaultValue={claim} required maxLength={1000} />
    </label>
  );
}

interface StreamFieldProps {
  readonly stream: string;
  readonly streams: readonly string[];
  readonly field?: Ref<HTMLSelectElement>;
}

export function StreamField({ stream, streams, field }: StreamFieldProps) {
  return (
    <label>
      <span className="label">Stream</span>
      <select ref={field} className="field" name="stream" defaultValue={stream} required>
        {stream === "" && <option value="">choose</option>}
        {streams.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}

export function KindField({ kind }: { readonly kind: string }) {
  return (
    <label>
      <span className="label">Kind</span>
      <input className="field" name="kind" defaultValue={kind} required />
    </label>
  );
}

export function CredibilityField({ credibility }: { readonly credibility: number }) {
  return (
    <label>
      <span className="label">Confirmed (Admiralty number)</span>
      <select className="field" name="credibility" defaultValue={String(credibility)}>
        {[1, 2, 3, 4, 5, 6].map((number) => (
          <option key={number}>{number}</option>
        ))}
      </select>
    </label>
  );
}

interface EntryKeysProps {
  readonly send: string;
  readonly onCancel: () => void;
}

export function EntryKeys({ send, onCancel }: EntryKeysProps) {
  return (
    <p className="report-keys wide">
      <button type="submit" className="button">
        {send}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        Cancel
      </button>
    </p>
  );
}

/** What a field of a form says, without the space around it; empty where there is no such field. */
export function saidIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
