import { LEVEL_NAMES, type Level } from "#model/indicator.ts";
import "./level-mark.css";

const LEVELS: readonly Level[] = [0, 1, 2, 3, 4, "unknown"];

/** The five levels and unknown, named once for all heat maps of a page. */
export function LevelKey() {
  return (
    <ul className="level-key" aria-label="Levels">
      {LEVELS.map((level) => (
        <li key={level}>
          <span className="level-swatch" data-level={level} aria-hidden="true" />
          {level === "unknown" ? level : LEVEL_NAMES[level]}
        </li>
      ))}
    </ul>
  );
}
