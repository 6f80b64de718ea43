import { useState } from "react";
import type { SourcesLedgerReply } from "../../src/api/contract.ts";
import { openLayer } from "../address/use-address.ts";
import { ObservationName } from "../panels/observation/observation-name.tsx";
import { count, longDay } from "../words/dates.ts";
import { percent } from "../words/probability.ts";
import "./sources-ledger.css";

type SourceRecord = SourcesLedgerReply["sources"][number];
type Decided = SourceRecord["decided"][number];

/** What is behind each letter: the claims of a source that others confirmed or refuted, down to the observations. */
export function SourcesLedger({ reply: { asOf, sources } }: { readonly reply: SourcesLedgerReply }) {
  const decided = sources.filter((one) => one.decided.length > 0);
  const open = sources.length - decided.length;
  return (
    <section className="panel stack" aria-label="What is behind the letters">
      <h2>What is behind the letters</h2>
      <p>
        A source earns its letter by claims that another source, sharing no text, origin or voice with it,
        later confirmed or refuted; a registered letter counts as twenty of them. Known on {longDay(asOf)}:
      </p>
      <div>
        {decided.map((record) => (
          <LedgerLine key={record.source} record={record} />
        ))}
      </div>
      {open > 0 && (
        <details>
          <summary>{count(open, "source")} without a decided claim: open, neither good nor bad</summary>
          <div>
            {sources
              .filter((one) => one.decided.length === 0)
              .map((record) => (
                <LedgerLine key={record.source} record={record} />
              ))}
          </div>
        </details>
      )}
    </section>
  );
}

function LedgerLine({ record }: { readonly record: SourceRecord }) {
  const { source, letter, reason, confirmed, refuted, open, decided, holds } = record;
  // Each claim is asked for by its name: only of a line that somebody opened.
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="ledger-line" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary data-item>
        <strong>{letter}</strong>
        <span>{source}</span>
        <span className="small">
          {confirmed} confirmed · {refuted} refuted · {open} open
        </span>
      </summary>
      <p className="small">
        {reason}
        {holds &&
          `; ${percent(holds.mean)} of its claims hold (${percent(holds.low)} to ${percent(holds.high)})`}
      </p>
      <ul className="ledger-claims">
        {isOpen && decided.map((one) => <DecidedClaim key={one.id} decided={one} />)}
      </ul>
    </details>
  );
}

function DecidedClaim({ decided: { id, madeOn, outcome } }: { readonly decided: Decided }) {
  return (
    <li>
      <ObservationName id={id} /> <span className="small">claimed {madeOn}</span>
      <br />
      <span className="ledger-outcome" data-was={outcome.was}>
        {outcome.was} {outcome.knownOn}
      </span>{" "}
      by{" "}
      <button
        type="button"
        className="text-button"
        data-item
        onClick={() => openLayer({ kind: "observation", id: outcome.by })}
      >
        {outcome.by}
      </button>
    </li>
  );
}
