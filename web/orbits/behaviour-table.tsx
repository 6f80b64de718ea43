import { useState } from "react";
import type { BehaviourReply, WatchReply } from "../../src/api/contract.ts";
import { openLayer } from "../address/use-address.ts";
import { ScoreTable } from "../panels/score/score-table.tsx";
import { actorBloc } from "../words/bloc.ts";
import { closeness, meaningOf, speedInWords } from "./behaviour-words.ts";
import { BlocName } from "./bloc-name.tsx";

interface BehaviourTableProps {
  readonly watch: WatchReply;
  readonly told: BehaviourReply;
}

/** So many are in sight at once; the rest on request. */
const FIRST = 8;

/** Who came to whom, when, how near, how fast and what that means, each with the observation behind it. */
export function BehaviourTable({ watch, told }: BehaviourTableProps) {
  const [isWhole, setWhole] = useState(false);
  const named = new Map(told.objects.map((object) => [object.id, object]));
  const nameOf = (id: number) => named.get(id)?.name ?? `object ${id}`;
  const shown = isWhole ? told.behaviour : told.behaviour.slice(0, FIRST);
  const left = told.behaviour.length - shown.length;
  return (
    <>
      <ScoreTable
        label="Unusual behaviour"
        headings={["From", "Who", "With whom", "How near", "How fast", "What it means", "Evidence"]}
      >
        {shown.map((each) => (
          <tr key={each.observation}>
            <td className="unbroken">{each.from}</td>
            <th scope="row">
              <BlocName watch={watch} bloc={actorBloc(watch, named.get(each.who)?.actor)}>
                {nameOf(each.who)}
              </BlocName>
            </th>
            <td>{each.whom.length > 0 ? each.whom.map(nameOf).join(", ") : "nobody"}</td>
            <td className="unbroken">{closeness(each)}</td>
            <td className="unbroken">{speedInWords(each)}</td>
            <td className="behaviour-meaning">{meaningOf(each)}</td>
            <td>
              <button
                type="button"
                className="text-button"
                aria-label={`Open the evidence: ${each.claim}`}
                onClick={() => openLayer({ kind: "observation", id: each.observation })}
              >
                Open
              </button>
            </td>
          </tr>
        ))}
      </ScoreTable>
      {left > 0 && (
        <p>
          <button type="button" className="text-button" onClick={() => setWhole(true)}>
            Show {left} more
          </button>
        </p>
      )}
    </>
  );
}
