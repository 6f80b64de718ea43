import { count } from "../words/dates.ts";
import { listed } from "#model/listed.ts";
import { namesIn, type Estate } from "./estate.ts";

interface ServiceCutsProps {
  readonly estate: Estate;
}

/** What the loss of one part, or of two together, would stop. */
export function ServiceCuts({ estate }: ServiceCutsProps) {
  const { told, exposure } = estate;
  const nameOf = namesIn(estate);
  return (
    <section className="panel stack">
      <h2>What would stop {told.name}</h2>
      <p>{verdict(estate)}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label="What stops each service">
        <table>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">Stops with the loss of</th>
              <th scope="col">What the two have in common</th>
            </tr>
          </thead>
          {exposure.services.map(({ id, name, cuts }) => (
            <tbody key={id}>
              {cuts.map(({ parts, suppliers, countries }, i) => (
                <tr key={parts.join("+")}>
                  {i === 0 && (
                    <th scope="rowgroup" rowSpan={cuts.length}>
                      {name}
                    </th>
                  )}
                  <td>{listed(parts.map(nameOf))}</td>
                  <td>{listed([...suppliers.map(nameOf), ...countries])}</td>
                </tr>
              ))}
              {cuts.length === 0 && (
                <tr>
                  <th scope="row">{name}</th>
                  <td colSpan={2} className="quiet">
                    no loss of one or two parts
                  </td>
                </tr>
              )}
            </tbody>
          ))}
        </table>
      </div>
      <p className="quiet">
        Worked out exactly from what the estate says needs what; losses of three parts at once are left out.
      </p>
    </section>
  );
}

function verdict({ exposure: { services } }: Estate): string {
  const single = services.filter(({ cuts }) => cuts.some(({ parts }) => parts.length === 1));
  const pairs = services.flatMap(({ cuts }) => cuts.filter(({ parts }) => parts.length === 2));
  const shared = pairs.filter(({ suppliers, countries }) => suppliers.length + countries.length > 0).length;
  const first =
    single.length === 0
      ? "No service stops with the loss of a single part."
      : `${single.length} of ${count(services.length, "service")} would stop with the loss of a single part.`;
  if (pairs.length === 0) return first;
  const spare = `${count(pairs.length, "pair")} of parts would stop one only together`;
  return `${first} ${spare}; ${shared === 0 ? "none of them share" : `${shared} of them share`} a supplier or a country.`;
}
