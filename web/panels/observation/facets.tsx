import { type ReactNode, useState } from "react";
import type { Counts, ObservationsReply } from "../../../src/api/contract.ts";
import { Link } from "../../address/link.tsx";
import { useAddress } from "../../address/use-address.ts";
import { useWatch } from "../../api/queries.ts";
import { actorName } from "../../words/actor-name.ts";
import "./facets.css";

type FacetName = keyof ObservationsReply["facets"];

const TITLES: Record<FacetName, string> = {
  stream: "Stream",
  kind: "Kind",
  actor: "Actor",
  verified: "Checked",
  year: "Year",
};

/** How many values of a facet are shown before the rest is asked for. */
const FEW = 8;

/** Ways to narrow the list; each is a link, so that it can be gone back from and shared. */
export function Facets({ facets }: Pick<ObservationsReply, "facets">) {
  const { params } = useAddress();
  const chosen = Object.keys(params).filter((name) => name in TITLES || name === "indicator");
  return (
    <details className="facets" open={matchMedia("(min-width: 721px)").matches}>
      <summary>Narrow{chosen.length > 0 ? ` (${chosen.length})` : ""}</summary>
      <div className="facets-groups">
        {chosen.length > 0 && <Link to="/evidence">Show everything</Link>}
        {(Object.keys(TITLES) as FacetName[]).map((name) => (
          <Facet key={name} name={name} counts={facets[name]} />
        ))}
      </div>
    </details>
  );
}

function Facet({ name, counts }: { readonly name: FacetName; readonly counts: Counts }) {
  const [all, setAll] = useState(false);
  const { params } = useAddress();
  const wordFor = useFacetWord(name);
  const values = Object.entries(counts).sort(name === "year" ? latestFirst : mostFirst);
  if (values.length === 0) return null;
  const shown = all ? values : values.slice(0, FEW);
  return (
    <section>
      <h2 className="label">{TITLES[name]}</h2>
      <ul className="facet">
        {shown.map(([value, n]) => (
          <FacetValue key={value} name={name} value={value} isChosen={params[name] === value}>
            <span>{wordFor(value)}</span> <span className="facet-count">{n}</span>
          </FacetValue>
        ))}
      </ul>
      {values.length > shown.length && (
        <button type="button" className="text-button small" onClick={() => setAll(true)}>
          {values.length - shown.length} more
        </button>
      )}
    </section>
  );
}

interface FacetValueProps {
  readonly name: FacetName;
  readonly value: string;
  readonly isChosen: boolean;
  readonly children: ReactNode;
}

function FacetValue({ name, value, isChosen, children }: FacetValueProps) {
  const { offset: _offset, [name]: _old, ...rest } = useAddress().params;
  return (
    <li>
      <Link
        to="/evidence"
        params={isChosen ? rest : { ...rest, [name]: value }}
        className="facet-value"
        aria-current={isChosen ? "true" : undefined}
      >
        {children}
      </Link>
    </li>
  );
}

function useFacetWord(name: FacetName): (value: string) => string {
  const { data: watch } = useWatch();
  if (name === "actor") return (id) => actorName(watch, id);
  if (name === "verified") return (value) => (value === "recall" ? "not yet checked" : value);
  return (value) => value.replaceAll("_", " ");
}

type Counted = [value: string, n: number];
const mostFirst = (a: Counted, b: Counted) => b[1] - a[1];
const latestFirst = (a: Counted, b: Counted) => (a[0] < b[0] ? 1 : -1);
