import { Opens } from "../panels/observation/opens.tsx";
import { listed } from "#model/listed.ts";
import { namesIn, type Estate } from "./estate.ts";

interface SupplierReachProps {
  readonly estate: Estate;
}

/** What stops when everything that a supplier could reach is lost, and what is known to have been done to it. */
export function SupplierReach({ estate }: SupplierReachProps) {
  const { told, exposure } = estate;
  const nameOf = namesIn(estate);
  const countries = new Map(told.suppliers.map(({ id, country }) => [id, country]));
  if (exposure.suppliers.length === 0) {
    return (
      <section className="panel stack">
        <h2>Through whom</h2>
        <p className="quiet">
          The estate names no supplier, so nothing can be said of what comes through one.
        </p>
      </section>
    );
  }
  return (
    <section className="panel stack">
      <h2>Through whom</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label="What each supplier could reach">
        <table>
          <thead>
            <tr>
              <th scope="col">Supplier</th>
              <th scope="col">Could reach</th>
              <th scope="col">Would stop</th>
              <th scope="col">Done to it, as far as is known</th>
            </tr>
          </thead>
          <tbody>
            {exposure.suppliers.map(({ id, parts, stops, doneTo }) => (
              <tr key={id}>
                <th scope="row">
                  {nameOf(id)} <span className="quiet">({countries.get(id)})</span>
                </th>
                <td>{listed(parts.map(nameOf)) || "nothing"}</td>
                <td>{listed(stops.map(nameOf)) || "nothing by itself"}</td>
                <td>
                  {doneTo === null ? (
                    <span className="quiet">not said who it is in this watch</span>
                  ) : doneTo.length === 0 ? (
                    <span className="quiet">nothing in this record</span>
                  ) : (
                    <ul className="stack">
                      {doneTo.map((sighting) => (
                        <li key={sighting.id}>
                          {sighting.on} <Opens observation={sighting.id}>{sighting.claim}</Opens>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
