import { addressOf } from "../api/ask.ts";

/** Why an account is shown no page, and what it may fetch instead. */
export function Closed({ why }: { readonly why: string }) {
  return (
    <div className="panel stack">
      <p>
        <strong>{why}</strong>
      </p>
      <p>
        A probability rests on every observation at once, so a page is shown whole or not at all. What the
        operator releases up to this ceiling can be fetched:
      </p>
      <ul className="stack">
        <li>
          <a href={addressOf("GET /feeds/warnings.atom", {})}>Warnings as Atom</a> and{" "}
          <a href={addressOf("GET /feeds/warnings.json", {})}>JSON Feed</a>
        </li>
        <li>
          <a href={addressOf("GET /feeds/briefs.atom", {})}>Briefs as Atom</a> and{" "}
          <a href={addressOf("GET /feeds/briefs.json", {})}>JSON Feed</a>
        </li>
        <li>
          <a href={addressOf("GET /api/observations.geojson", {})}>Observations as GeoJSON</a>
        </li>
        <li>
          STIX by TAXII 2.1 under <code>/taxii2/</code>
        </li>
      </ul>
    </div>
  );
}
