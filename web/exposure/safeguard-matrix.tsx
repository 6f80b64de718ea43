import { Link } from "../address/link.tsx";
import { namesIn, type Estate, type Exposure } from "./estate.ts";
import "./safeguard-matrix.css";

interface SafeguardMatrixProps {
  readonly exposure: Exposure;
  readonly estate: Estate;
}

type Struck = Estate["exposure"]["threats"][number]["parts"][number];

/** Parts down, threats across: how many of a threat's countermeasures are in place on each part it strikes. */
export function SafeguardMatrix({ exposure, estate }: SafeguardMatrixProps) {
  const nameOf = namesIn(estate);
  const struck = new Map(
    estate.exposure.threats.flatMap(({ id, parts }) => parts.map((one) => [`${id} ${one.part}`, one])),
  );
  const threats = exposure.threats.filter(({ id }) =>
    estate.told.parts.some((part) => struck.has(`${id} ${part.id}`)),
  );
  return (
    <section className="panel stack">
      <h2>What stands against what</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label="What stands against what">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">Part</th>
              {threats.map(({ id, name }) => (
                <th key={id} scope="col" className="matrix-threat">
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {estate.told.parts.map(({ id, catalogue }) => (
              <tr key={id}>
                <th scope="row">
                  {catalogue === undefined ? (
                    nameOf(id)
                  ) : (
                    <Link to="/orbit" params={{ follow: String(catalogue) }}>
                      {nameOf(id)}
                    </Link>
                  )}
                </th>
                {threats.map((threat) => (
                  <Cell key={threat.id} struck={struck.get(`${threat.id} ${id}`)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        In each cell: countermeasures in place, of those the catalogue lists against the threat. Dark: none in
        place; hatched: not said; empty: the threat does not strike parts of that kind.
      </p>
    </section>
  );
}

function Cell({ struck }: { readonly struck: Struck | undefined }) {
  if (!struck) return <td className="matrix-cell" />;
  const { inPlace, missing } = struck;
  if (inPlace === null) {
    return (
      <td className="matrix-cell" data-standing="unknown" title={`not said; ${missing.join(", ")} would`}>
        <span>not said</span>
      </td>
    );
  }
  const all = inPlace.length + missing.length;
  const standing = inPlace.length === 0 ? "none" : missing.length === 0 ? "all" : "some";
  const title = [
    inPlace.length > 0 && `in place ${inPlace.join(", ")}`,
    missing.length > 0 && `missing ${missing.join(", ")}`,
  ];
  return (
    <td className="matrix-cell" data-standing={standing} title={title.filter(Boolean).join("; ")}>
      {inPlace.length} of {all}
    </td>
  );
}
