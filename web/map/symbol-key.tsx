import "../panels/level-mark.css";
import { symbolPath } from "./symbols.ts";

/** Which shape is which stream. */
export function SymbolKey({ streams }: { readonly streams: readonly string[] }) {
  return (
    <ul className="level-key" aria-label="Shapes">
      {streams.map((stream) => (
        <li key={stream}>
          <svg width="12" height="12" viewBox="-1 -1 2 2" aria-hidden="true">
            <path d={symbolPath(streams, stream)} fill="var(--ink-quiet)" />
          </svg>
          {stream.replaceAll("_", " ")}
        </li>
      ))}
    </ul>
  );
}
