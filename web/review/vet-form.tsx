import { type FormEvent, useEffect, useRef } from "react";
import type { ContributedEntry, Contribution } from "#model/contribution.ts";
import { ClaimField, CredibilityField, EntryKeys, KindField, saidIn, StreamField } from "./entry-fields.tsx";

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
      <ClaimField claim={contribution.title} />
      <StreamField stream="" streams={streams} field={first} />
      <KindField kind="" />
      <CredibilityField credibility={6} />
      <EntryKeys send="Enter into the record" onCancel={onCancel} />
    </form>
  );
}

function entryIn(form: FormData, { title }: Contribution): ContributedEntry {
  const said = (name: string) => saidIn(form, name);
  return {
    ...{ stream: said("stream"), kind: said("kind"), credibility: Number(said("credibility")) },
    ...(said("claim") === title ? {} : { claim: said("claim") }),
  };
}
