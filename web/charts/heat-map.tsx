import { useMemo } from "react";
import type { Month } from "#model/day.ts";
import type { Level } from "#model/indicator.ts";
import { CELL, heatLayout, LINE, type Place } from "./heat-layout.ts";
import { useWidth } from "./use-width.ts";
import { textMeasure } from "./wrap.ts";
import "./heat-map.css";

export interface HeatRow {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly Level[];
}

interface HeatMapProps {
  readonly months: readonly Month[];
  readonly rows: readonly HeatRow[];
  readonly onOpen?: (id: string) => void;
}

/** Months across, indicators down, levels from light to dark; unknown is hatched. A row opens its indicator. */
export function HeatMap({ months, rows, onOpen }: HeatMapProps) {
  const [holder, width] = useWidth<HTMLDivElement>();
  const layout = useMemo(() => heatLayout(rows, width, textMeasure("heat-label")), [rows, width]);
  const cell = (width - layout.left) / Math.max(1, months.length);
  return (
    <div ref={holder} className="heat">
      {width > 0 && (
        <svg width={width} height={layout.height} focusable="false">
          <pattern
            id="heat-hatch"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1="0" y1="0" x2="0" y2="5" stroke="var(--hatch)" strokeWidth="2" />
          </pattern>
          <Axis months={months} left={layout.left} cell={cell} />
          {rows.map((row, i) => (
            <HeatLine
              key={row.id}
              row={row}
              months={months}
              place={layout.places[i]!}
              left={layout.left}
              cell={cell}
              onOpen={onOpen}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

interface HeatLineProps {
  readonly row: HeatRow;
  readonly months: readonly Month[];
  readonly place: Place;
  readonly left: number;
  readonly cell: number;
  readonly onOpen: ((id: string) => void) | undefined;
}

function HeatLine({ row, months, place, left, cell, onOpen }: HeatLineProps) {
  const { y, height, lines, cellsY } = place;
  const open = onOpen && (() => onOpen(row.id));
  return (
    <g className="heat-line" onClick={open} data-open={open ? true : undefined}>
      <rect className="heat-back" x={0} y={y} width={left + cell * months.length} height={height} />
      <text
        className="heat-label"
        {...(open && {
          role: "button",
          tabIndex: 0,
          "data-item": true,
          onKeyDown: (event) => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            open();
          },
        })}
      >
        {lines.map((line, i) => (
          <tspan key={line} x={0} y={y + 15 + i * LINE}>
            {`${line} `}
          </tspan>
        ))}
      </text>
      {row.levels.map((level, i) => (
        <rect
          key={months[i]}
          x={left + i * cell}
          y={cellsY}
          width={Math.max(1, cell - 1)}
          height={CELL}
          fill={level === "unknown" ? "url(#heat-hatch)" : `var(--level-${level})`}
        >
          <title>{`${months[i]}: ${level === "unknown" ? "unknown" : `level ${level}`}`}</title>
        </rect>
      ))}
    </g>
  );
}

interface AxisProps {
  readonly months: readonly Month[];
  readonly left: number;
  readonly cell: number;
}

/** The year at its January, where there is room for it. */
function Axis({ months, left, cell }: AxisProps) {
  const every = Math.max(1, Math.ceil(40 / (cell * 12)));
  const years = months.flatMap((month, i) => (month.endsWith("-01") ? [{ year: month.slice(0, 4), i }] : []));
  return (
    <g className="heat-axis">
      {years
        .filter((_, k) => k % every === 0)
        .map(({ year, i }) => (
          <text key={year} x={left + i * cell} y={12}>
            {year}
          </text>
        ))}
    </g>
  );
}
