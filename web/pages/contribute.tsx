import { type FormEvent, useRef, useState } from "react";
import { MOST_CONTRIBUTED_CHARACTERS } from "#model/contribution.ts";
import { MARKINGS } from "#model/observation.ts";
import type { WatchReply } from "../../src/api/contract.ts";
import { useContribute } from "../api/decisions.ts";
import { useWatch } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import "../review/review-page.css";

/** A form for outside monitors: what they hand in waits under Review. */
export function ContributePage() {
  return (
    <>
      <p className="quiet">
        What is handed in here is kept apart and bears on nothing until an analyst has vetted it. Name a role
        or an organisation, no person; the marking you choose is kept.
      </p>
      <Loaded query={useWatch()} lines={8}>
        {(watch) => <ContributeForm watch={watch} />}
      </Loaded>
    </>
  );
}

function ContributeForm({ watch }: { readonly watch: WatchReply }) {
  const form = useRef<HTMLFormElement>(null);
  const [receipt, setReceipt] = useState<string | null>(null);
  const { mutate, isPending, error } = useContribute();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setReceipt(null);
    mutate(contributionIn(new FormData(event.currentTarget)), {
      onSuccess: ({ id }) => {
        setReceipt(id);
        form.current?.reset();
      },
    });
  };
  return (
    <form ref={form} className="panel correction" aria-label="Contribution" onSubmit={send}>
      <label className="wide">
        <span className="label">Who hands it in (role or organisation)</span>
        <input className="field" name="contributor" required minLength={2} maxLength={100} />
      </label>
      <label className="wide">
        <span className="label">What happened</span>
        <input className="field" name="title" required maxLength={300} />
      </label>
      <WhenAndWho watch={watch} />
      <label className="wide">
        <span className="label">Where it can be read (optional)</span>
        <input className="field" name="url" type="url" placeholder="https://" maxLength={2000} />
      </label>
      <label className="wide">
        <span className="label">What was seen, in plain text (optional)</span>
        <textarea className="field" name="text" rows={6} maxLength={MOST_CONTRIBUTED_CHARACTERS} />
      </label>
      <p className="wide">
        <button type="submit" className="button" disabled={isPending}>
          Hand in
        </button>
      </p>
      <p className="wide" role="status">
        {receipt !== null && `Received as ${receipt}. It awaits an analyst.`}
      </p>
      {error && (
        <p className="wide" role="alert">
          {error.message} Nothing was kept.
        </p>
      )}
    </form>
  );
}

function WhenAndWho({ watch: { today, actors } }: { readonly watch: WatchReply }) {
  return (
    <>
      <label>
        <span className="label">When</span>
        <input className="field" name="on" type="date" required defaultValue={today} max={today} />
      </label>
      <label>
        <span className="label">Known to the</span>
        <select className="field" name="precision">
          {["day", "month", "year"].map((precision) => (
            <option key={precision}>{precision}</option>
          ))}
        </select>
      </label>
      <label>
        <span className="label">Marking (TLP 2.0)</span>
        <select className="field" name="marking" defaultValue="TLP:AMBER">
          {MARKINGS.map((marking) => (
            <option key={marking}>{marking}</option>
          ))}
        </select>
      </label>
      <label>
        <span className="label">Place (optional)</span>
        <input className="field" name="place" maxLength={200} />
      </label>
      <label className="wide">
        <span className="label">Actors (optional, several at once)</span>
        <select className="field" name="actors" multiple size={6}>
          {actors.map(({ id, names }) => (
            <option key={id} value={id}>
              {names.en}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

/** What was filled in; an empty field says nothing. */
function contributionIn(form: FormData): object {
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const filled = Object.fromEntries(
    ["contributor", "title", "on", "precision", "marking", "url"]
      .map((name) => [name, said(name)] as const)
      .filter(([, value]) => value !== ""),
  );
  const place = said("place");
  const text = said("text") || said("title");
  return { ...filled, text, actors: form.getAll("actors"), ...(place !== "" && { place: { name: place } }) };
}
