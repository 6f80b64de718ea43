import type { BehaviourReply, WatchReply } from "../../src/api/contract.ts";
import { ScoreTable } from "../panels/score/score-table.tsx";
import { actorName } from "../words/actor-name.ts";
import { actorBloc } from "../words/bloc.ts";
import { BlocName } from "./bloc-name.tsx";

interface WatchedTableProps {
  readonly watch: WatchReply;
  readonly objects: BehaviourReply["objects"];
  readonly onFollow: (id: number) => void;
}

/** The satellites the watch names: whose they are, since when, and what they are to it. */
export function WatchedTable({ watch, objects, onFollow }: WatchedTableProps) {
  const known = objects.filter(({ entry }) => entry !== null).length;
  return (
    <details className="panel">
      <summary>
        The watch’s satellites: {objects.length}, of which {known} are in a stored catalogue
      </summary>
      <ScoreTable
        label="The watch’s satellites"
        headings={["Name", "Number", "Run by", "Class", "Role", "Owner in catalogue", "Launched", "Orbit"]}
      >
        {objects.map(({ id, name, actor, class: kind, role, entry }) => (
          <tr key={id}>
            <th scope="row">
              <BlocName watch={watch} bloc={actorBloc(watch, actor)}>
                {name}
              </BlocName>
            </th>
            <td>{id}</td>
            <td>{actorName(watch, actor)}</td>
            <td>{kind}</td>
            <td>{role}</td>
            <td>{entry?.owner || "unknown"}</td>
            <td>{entry?.launchedOn || "unknown"}</td>
            <td>
              <button
                type="button"
                className="text-button"
                aria-label={`Follow ${name}`}
                onClick={() => onFollow(id)}
              >
                Follow
              </button>
            </td>
          </tr>
        ))}
      </ScoreTable>
    </details>
  );
}
