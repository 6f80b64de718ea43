import { type ReactNode, useRef, useState } from "react";
import { save, standaloneSvg } from "./save.ts";
import { csvOf, type Table } from "./table.ts";
import "./chart.css";

interface ChartProps {
  /** Name of the files it is saved as. */
  readonly name: string;
  /** The finding, as a sentence. */
  readonly caption: ReactNode;
  readonly source: string;
  /** What a reader who does not see the drawing needs to know. */
  readonly alt: string;
  readonly table: Table;
  /** Whether parts of the drawing can be pressed; otherwise it is one picture. */
  readonly isInteractive?: boolean;
  /** Whether the drawing is an SVG that can be saved. */
  readonly isSvg?: boolean;
  readonly children: ReactNode;
}

/** A drawing with its finding, its source, the same as a table, and ways to take it along. */
export function Chart({
  name,
  caption,
  source,
  alt,
  table,
  isInteractive = false,
  isSvg = true,
  children,
}: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);
  const saveSvg = () => {
    const svg = drawing.current?.querySelector("svg");
    if (svg) save(`${name}.svg`, "image/svg+xml", standaloneSvg(svg));
  };
  return (
    <figure className="chart">
      {asTable ? (
        <TableView table={table} label={alt} />
      ) : (
        <div ref={drawing} role={isInteractive ? "group" : "img"} aria-label={alt}>
          {children}
        </div>
      )}
      <figcaption className="chart-caption">
        {caption} <span className="chart-source">Source: {source}.</span>{" "}
        <span className="chart-tools">
          <button
            type="button"
            className="text-button"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? "Chart" : "Table"}
          </button>
          {isSvg && !asTable && (
            <button type="button" className="text-button" onClick={saveSvg}>
              SVG
            </button>
          )}
          <button
            type="button"
            className="text-button"
            onClick={() => save(`${name}.csv`, "text/csv", csvOf(table))}
          >
            CSV
          </button>
        </span>
      </figcaption>
    </figure>
  );
}

function TableView({ table, label }: { readonly table: Table; readonly label: string }) {
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr key={i}>
              {row.map((value, k) => (
                <td key={k} className={typeof value === "number" ? "number" : undefined}>
                  {value ?? "unknown"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
