import type { ScoreboardReply } from "../../../src/api/contract.ts";
import { openLayer } from "../../address/use-address.ts";
import { percent } from "../../words/probability.ts";
import { ScoreTable } from "./score-table.tsx";

type Claim = NonNullable<ScoreboardReply["claims"]>["claims"][number];

const STANDINGS: Readonly<Record<Claim["standing"], string>> = {
  yes: "yes",
  no: "no",
  partly: "partly",
  open: "open",
  void: "void",
  early: "known before, not scored",
};

/** What another forecaster said, what became of it, and the observations that decided it. */
export function ClaimTable({ claims }: { readonly claims: readonly Claim[] }) {
  return (
    <ScoreTable
      label="Claims and what became of them"
      headings={["Claim", "Word", "Came true", "Because", "Evidence"]}
    >
      {claims.map((claim) => (
        <tr key={claim.id}>
          <th scope="row">{claim.statement}</th>
          <td>
            {claim.word}, taken as {percent(claim.p)}
          </td>
          <td>
            {STANDINGS[claim.standing]}
            {claim.decidedOn !== null && <div className="quiet score-day">{claim.decidedOn}</div>}
          </td>
          <td>{claim.because}</td>
          <td>
            {claim.evidence.map((id) => (
              <button
                key={id}
                type="button"
                className="text-button score-evidence"
                data-item
                onClick={() => openLayer({ kind: "observation", id })}
              >
                {id}
              </button>
            ))}
            {claim.sources.join("; ")}
          </td>
        </tr>
      ))}
    </ScoreTable>
  );
}
