import type { Comparison } from "#model/comparison.ts";
import { longDay } from "../words/dates.ts";

/** What was first seen changed on one day. */
export interface FirstSeen {
  readonly day: string;
  readonly outlines: Comparison["findings"][number]["outlines"];
}

/** Colours tell days apart; none of them means danger. */
const TOKENS = ["--accent", "--bloc-other", "--bloc-west", "--ink"] as const;

const colourOf = (place: number) => `var(${TOKENS[Math.min(place, TOKENS.length - 1)]!})`;

interface ChangeOutlinesProps {
  readonly width: number;
  readonly height: number;
  readonly seen: readonly FirstSeen[];
}

/** The changed ground, outlined over the pictures in the colour of the day it was first seen. */
export function ChangeOutlines({ width, height, seen }: ChangeOutlinesProps) {
  return (
    <svg
      className="pair-outlines"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {seen.map(({ day, outlines }, place) => (
        <path
          key={day}
          className="pair-outline"
          d={outlines.flatMap((rings) => rings.map(pathOf)).join("")}
          style={{ stroke: colourOf(place) }}
        />
      ))}
    </svg>
  );
}

function pathOf(ring: FirstSeen["outlines"][number][number]): string {
  return `M${ring.map(([x, y]) => `${x} ${y}`).join("L")}Z`;
}

export function FirstSeenKey({ seen }: { readonly seen: readonly FirstSeen[] }) {
  if (seen.length === 0) return null;
  return (
    <ul className="row first-seen small">
      {seen.map(({ day }, place) => (
        <li key={day}>
          <span className="first-seen-mark" style={{ borderColor: colourOf(place) }} /> first seen on{" "}
          {longDay(day)}
        </li>
      ))}
    </ul>
  );
}
