import type { ObservationsReply } from "../../src/api/contract.ts";
import { useAddress, go } from "../address/use-address.ts";
import { Link } from "../address/link.tsx";
import { useObservations } from "../api/queries.ts";
import { Facets } from "../panels/observation/facets.tsx";
import { FullTextField } from "../panels/observation/full-text-field.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { ObservationLine } from "../panels/observation/observation-line.tsx";
import { count } from "../words/dates.ts";
import "./evidence.css";

const PER_PAGE = 50;

/** All observations known by the day, narrowed by facets and full text. */
export function EvidencePage() {
  const { params } = useAddress();
  const query = useObservations(filterOf(params));
  return (
    <div className="evidence">
      <FullTextField text={params.q ?? ""} />
      <Loaded query={query} lines={10}>
        {(reply) => (
          <>
            <Facets facets={reply.facets} />
            <section className="evidence-list" aria-label="Observations">
              <p className="quiet" role="status">
                {count(reply.total, "observation")}
                {params.q ? ` with “${params.q}”` : ""}
              </p>
              <ObservationList reply={reply} />
              <Paging reply={reply} />
            </section>
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Parameters of the address as the server's facets: a year is a span of days. */
function filterOf({
  year,
  offset,
  stream,
  kind,
  actor,
  verified,
  indicator,
  q,
}: Readonly<Record<string, string>>) {
  const span = year ? { from: `${year}-01-01`, to: `${year}-12-31` } : {};
  return { stream, kind, actor, verified, indicator, q, ...span, offset, limit: String(PER_PAGE) };
}

function ObservationList({ reply }: { readonly reply: ObservationsReply }) {
  if (reply.items.length === 0) {
    return (
      <p className="panel">
        Nothing known by this day meets all of these. <Link to="/evidence">Show everything</Link>
      </p>
    );
  }
  return (
    <ul className="observation-lines">
      {reply.items.map((observation) => (
        <ObservationLine key={observation.id} observation={observation} />
      ))}
    </ul>
  );
}

function Paging({ reply: { total, offset, items } }: { readonly reply: ObservationsReply }) {
  const { params } = useAddress();
  if (total <= PER_PAGE) return null;
  const turn = (to: number) => go({ params: { ...params, offset: String(to) } });
  return (
    <nav className="row" aria-label="Pages of the list">
      <button
        type="button"
        className="button"
        disabled={offset === 0}
        onClick={() => turn(Math.max(0, offset - PER_PAGE))}
      >
        Newer
      </button>
      <span className="quiet">
        {offset + 1}–{offset + items.length} of {total}
      </span>
      <button
        type="button"
        className="button"
        disabled={offset + items.length >= total}
        onClick={() => turn(offset + PER_PAGE)}
      >
        Older
      </button>
    </nav>
  );
}
