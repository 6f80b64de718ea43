import { useId } from "react";
import type { Level } from "#model/indicator.ts";

interface LevelCellsProps {
  readonly levels: readonly Level[];
  readonly height: number;
}

/** One row of cells from light to dark; what is unknown is hatched. Stretches to the width it is given. */
export function LevelCells({ levels, height }: LevelCellsProps) {
  const hatch = useId();
  return (
    <svg width="100%" height={height} aria-hidden="true" focusable="false">
      <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="5" stroke="var(--hatch)" strokeWidth="2" />
      </pattern>
      {levels.map((level, i) => (
        <rect
          key={i}
          x={`${(i / levels.length) * 100}%`}
          width={`${100 / levels.length}%`}
          height={height}
          fill={level === "unknown" ? `url(#${CSS.escape(hatch)})` : `var(--level-${level})`}
          stroke="var(--surface)"
          strokeWidth="1"
        />
      ))}
    </svg>
  );
}
