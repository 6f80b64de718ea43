import type { Level } from "#model/indicator.ts";
import "./level-mark.css";

interface LevelMarkProps {
  readonly level: Level;
  readonly name: string;
}

/** A level by colour, number and name; unknown is hatched. */
export function LevelMark({ level, name }: LevelMarkProps) {
  return (
    <span className="level-mark">
      <span className="level-swatch" data-level={level} aria-hidden="true" />
      {level === "unknown" ? "unknown" : `${level} ${name}`}
    </span>
  );
}
