import { type FormEvent, useEffect, useRef } from "react";
import type { Correction } from "#model/review.ts";
import { ClaimField, CredibilityField, EntryKeys, KindField, saidIn, StreamField } from "./entry-fields.tsx";

interface SentenceFormProps {
  readonly sentence: string;
  readonly streams: readonly string[];
  readonly onSend: (correction: Correction) => void;
  readonly onCancel: () => void;
}

/** Says in the analyst's own words what a sentence tells before it is entered; nothing of an opinion is filled in. */
export function SentenceForm({ sentence, streams, onSend, onCancel }: SentenceFormProps) {
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => saidIn(form, name);
    onSend({
      ...{ stream: said("stream"), kind: said("kind"), claim: said("claim") },
      credibility: Number(said("credibility")),
    });
  };
  return (
    <form className="correction" onSubmit={send}>
      <ClaimField claim={sentence} />
      <StreamField stream="" streams={streams} field={first} />
      <KindField kind="" />
      <CredibilityField credibility={6} />
      <EntryKeys send="Enter into the record" onCancel={onCancel} />
    </form>
  );
}
