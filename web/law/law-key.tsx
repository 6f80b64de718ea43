import { FORCE_COLOURS } from "../charts/legal-lanes.tsx";
import { FORCE_WORDS } from "../words/law.ts";
import "../panels/level-mark.css";

const FORCES = ["binding", "towards", "domestic", "none"] as const;

const MARKS = [
  {
    name: "proposed or under way",
    shape: <circle cx="6" cy="6" r="4" fill="none" stroke="var(--ink-quiet)" />,
  },
  { name: "adopted or in force", shape: <circle cx="6" cy="6" r="4.5" fill="var(--ink-quiet)" /> },
  { name: "failed or stalled", shape: <path d="M2 2 10 10M10 2 2 10" stroke="var(--raises)" /> },
  { name: "left or suspended", shape: <path d="M6 1 11 6 6 11 1 6Z" fill="none" stroke="var(--raises)" /> },
  { name: "ended", shape: <path d="M6 1 11 6 6 11 1 6Z" fill="var(--ink-quiet)" stroke="var(--raises)" /> },
] as const;

/** Which colour binds whom, and which mark is which step. */
export function LawKey() {
  return (
    <ul className="level-key" aria-label="Colours and marks">
      {FORCES.map((force) => (
        <li key={force}>
          <span className="level-swatch" aria-hidden="true" style={{ background: FORCE_COLOURS[force] }} />
          {FORCE_WORDS[force]}
        </li>
      ))}
      {MARKS.map(({ name, shape }) => (
        <li key={name}>
          <svg width="12" height="12" viewBox="0 0 12 12" strokeWidth="1.75" aria-hidden="true">
            {shape}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
