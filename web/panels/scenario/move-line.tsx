import type { ReactNode } from "react";
import type { Level } from "#model/indicator.ts";
import { openLayer } from "../../address/use-address.ts";
import { levelName } from "../../words/level.ts";
import { LevelMark } from "../level-mark.tsx";
import "./move-line.css";

interface MoveLineProps {
  readonly indicator: string;
  readonly statement: string;
  readonly level: Level;
  /** The drawing across the line. */
  readonly bar: ReactNode;
  /** What it says, in words. */
  readonly children: ReactNode;
}

/** An indicator that looking would tell of: where it stands, and how far a forecast would move; opens it. */
export function MoveLine({ indicator, statement, level, bar, children }: MoveLineProps) {
  return (
    <li>
      <button
        type="button"
        className="text-button move"
        data-item
        onClick={() => openLayer({ kind: "indicator", id: indicator })}
      >
        <span className="move-statement">{statement}</span>
        <LevelMark level={level} name={levelName(level)} />
        <span className="move-bar">{bar}</span>
        <span className="move-ends">{children}</span>
      </button>
    </li>
  );
}
