import type { Level } from "#model/indicator.ts";
import type { Month } from "#model/day.ts";
import { useWidth } from "./use-width.ts";
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

const CELL = 20;
const GAP = 4;
const AXIS = 20;
const LETTER = 6.6;

/** Months across, indicators down, levels from light to dark; unknown is hatched. A row opens its indicator. */
export function HeatMap({ months, rows, onOpen }: HeatMapProps) {
  const [holder, width] = useWidth<HTMLDivElement>();
  const isNarrow = width < 560;
  const labelWidth = isNarrow ? 0 : Math.min(400, width * 0.4);
  const rowHeight = CELL + GAP + (isNarrow ? 20 : 0);
  const cell = (width - labelWidth) / Math.max(1, months.length);
  const letters = Math.floor((isNarrow ? width : labelWidth - 12) / LETTER);
  return (
    <div ref={holder} className="heat">
      {width > 0 && (
        <svg width={width} height={AXIS + rows.length * rowHeight} focusable="false">
          <Hatch id="heat-hatch" />
          <Axis months={months} left={labelWidth} cell={cell} />
          {rows.map((row, i) => (
            <HeatLine
              key={row.id}
              row={row}
              months={months}
              y={AXIS + i * rowHeight}
              labelDy={isNarrow ? 13 : CELL / 2 + 4}
              cellDy={isNarrow ? 20 : 0}
              left={labelWidth}
              cell={cell}
              letters={letters}
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
  readonly y: number;
  readonly labelDy: number;
  readonly cellDy: number;
  readonly left: number;
  readonly cell: number;
  readonly letters: number;
  readonly onOpen: ((id: string) => void) | undefined;
}

function HeatLine({ row, months, y, labelDy, cellDy, left, cell, letters, onOpen }: HeatLineProps) {
  const latest = row.levels.at(-1) ?? "unknown";
  return (
    <g
      className="heat-line"
      {...(onOpen && {
        role: "button",
        tabIndex: 0,
        "data-item": true,
        "aria-label": `${row.label}: now ${latest === "unknown" ? "unknown" : `level ${latest}`}`,
        onClick: () => onOpen(row.id),
        onKeyDown: (event) => event.key === "Enter" && onOpen(row.id),
      })}
    >
      <rect className="heat-back" x={0} y={y} width={left + cell * months.length} height={cellDy + CELL} />
      <text x={0} y={y + labelDy}>
        {row.label.length > letters ? `${row.label.slice(0, letters - 1).trimEnd()}…` : row.label}
        <title>{row.label}</title>
      </text>
      {row.levels.map((level, i) => (
        <rect
          key={months[i]}
          x={left + i * cell}
          y={y + cellDy}
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

function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" y1="0" x2="0" y2="5" stroke="var(--hatch)" strokeWidth="2" />
    </pattern>
  );
}

/** The year at each January, where there is room for it. */
function Axis({ months, left, cell }: { readonly months: readonly Month[]; readonly left: number; readonly cell: number }) {
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
