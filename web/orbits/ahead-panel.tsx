import { useState } from "react";
import type { ApproachesReply, BehaviourReply, OrbitsReply } from "../../src/api/contract.ts";
import { useApproaches } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import { ScoreTable } from "../panels/score/score-table.tsx";
import { objectName } from "./catalogue.ts";

interface AheadPanelProps {
  readonly orbits: OrbitsReply;
  readonly told: BehaviourReply;
}

/** What the followed satellites come close to in the week that begins on this day; screened when asked for. */
export function AheadPanel({ orbits, told }: AheadPanelProps) {
  const [isAsked, setAsked] = useState(false);
  const followed = told.objects.filter(({ role }) => role === "followed").map(({ id }) => id);
  if (!isAsked) {
    return (
      <p>
        <button type="button" className="button" onClick={() => setAsked(true)}>
          Screen the week from this day on
        </button>
      </p>
    );
  }
  return <Ahead orbits={orbits} followed={followed} />;
}

const SLOW_KM_S = 0.1;
/** Crossings by chance come by the hundred: so many of them, the nearest, are in the table. */
const CROSSINGS = 20;

function Ahead({ orbits, followed }: { readonly orbits: OrbitsReply; readonly followed: readonly number[] }) {
  const query = useApproaches(followed);
  const places = new Map(orbits.id.map((id, place) => [id, place]));
  const nameOf = (id: number) => (places.has(id) ? objectName(orbits, places.get(id)!) : `object ${id}`);
  return (
    <Loaded query={query} lines={4}>
      {({ approaches, screened, unknown, withinKm }) => (
        <>
          <p className="quiet">
            {approaches.length} within {withinKm} km, of {screened} objects with recent elements;{" "}
            {unknown.length} of {followed.length} followed satellites have none. The slow ones come first,
            then the {CROSSINGS} nearest that cross.
          </p>
          {approaches.length > 0 && (
            <ScoreTable
              label="Approaches of the week"
              headings={["When (UTC)", "Who", "With whom", "How near", "How fast", "What it means"]}
            >
              {worthTelling(approaches).map(({ id1, id2, tca, missKm, relKmS, kind }) => {
                const [who, whom] = followed.includes(id1) ? [id1, id2] : [id2, id1];
                return (
                  <tr key={`${id1} ${id2} ${tca}`}>
                    <td className="unbroken">{tca.slice(0, 16).replace("T", " ")}</td>
                    <th scope="row">{nameOf(who)}</th>
                    <td>{nameOf(whom)}</td>
                    <td className="unbroken">{missKm.toFixed(1)} km</td>
                    <td className="unbroken">
                      {relKmS < 1 ? `${(relKmS * 1000).toFixed(0)} m/s` : `${relKmS.toFixed(1)} km/s`}
                    </td>
                    <td className="behaviour-meaning">{meaning(kind, relKmS)}</td>
                  </tr>
                );
              })}
            </ScoreTable>
          )}
        </>
      )}
    </Loaded>
  );
}

type Approaches = ApproachesReply["approaches"];

/** All that are slow, then the nearest of those that cross. */
function worthTelling(approaches: Approaches): Approaches {
  const isSlow = ({ kind, relKmS }: Approaches[number]) => kind === "proximity" || relKmS <= SLOW_KM_S;
  const crossings = approaches.filter((each) => !isSlow(each)).toSorted((a, b) => a.missKm - b.missKm);
  return [...approaches.filter(isSlow), ...crossings.slice(0, CROSSINGS)];
}

function meaning(kind: "approach" | "proximity", relKmS: number): string {
  if (kind === "proximity") return "Flies beside it";
  return relKmS <= SLOW_KM_S ? "Slow: may be meant" : "Crossing: by chance, as most are";
}
