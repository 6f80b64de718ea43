import { useState } from "react";
import type { OrbitsReply } from "../../src/api/contract.ts";
import { findObjects, objectName } from "./catalogue.ts";

interface FollowFieldProps {
  readonly orbits: OrbitsReply;
  readonly onFollow: (id: number) => void;
}

const MOST = 8;

/** Finds an object by number, designator or name, to follow it. */
export function FollowField({ orbits, onFollow }: FollowFieldProps) {
  const [typed, setTyped] = useState("");
  const found = findObjects(orbits, typed, MOST);
  return (
    <div className="stack">
      <label className="label" htmlFor="follow">
        Follow an object: number, designator or name
      </label>
      <input
        id="follow"
        className="field"
        type="search"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {typed.trim() !== "" && (
        <ul className="follow-found" aria-label="Objects found">
          {found.map((place) => (
            <li key={place}>
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  onFollow(orbits.id[place]!);
                  setTyped("");
                }}
              >
                {objectName(orbits, place)} · {orbits.id[place]}
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="quiet">No object of that number, designator or name.</li>}
        </ul>
      )}
    </div>
  );
}
