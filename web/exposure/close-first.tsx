import "./close-first.css";
import { listed } from "#model/listed.ts";
import { namesIn, type Estate, type Exposure } from "./estate.ts";

interface CloseFirstProps {
  readonly exposure: Exposure;
  readonly estate: Estate;
}

/** Countermeasures in the order in which they leave the least open. */
export function CloseFirst({ exposure, estate }: CloseFirstProps) {
  const nameOf = namesIn(estate);
  const safeguards = new Map(exposure.safeguards.map((safeguard) => [safeguard.id, safeguard]));
  const threats = new Map(exposure.threats.map(({ id, name }) => [id, name.toLowerCase()]));
  const { open, safeguards: worth } = estate.exposure;
  if (open.length === 0) {
    return (
      <section className="panel stack">
        <h2>What to close first</h2>
        <p>
          On every part that a service hangs on, something is said to stand against every threat. How well it
          does is not asked here.
        </p>
      </section>
    );
  }
  return (
    <section className="panel stack">
      <h2>What to close first</h2>
      <ol className="close-first stack">
        {worth.map(({ id, parts, threats: against, atStake }) => (
          <li key={id}>
            <strong>{safeguards.get(id)!.name}</strong>{" "}
            <span className="quiet">
              ({exposure.catalogue.name} {id}
              {safeguards.get(id)!.verified === "recall" && ", name from memory"})
            </span>{" "}
            would be the first to stand against {listed(against.map((threat) => threats.get(threat)!))} at{" "}
            {listed(parts.map(nameOf))}. At stake: {listed(atStake.map(nameOf))}.
          </li>
        ))}
      </ol>
      <p className="quiet">
        An order, not a risk: nobody knows how likely this operator is to be struck. Each is judged by what
        those before it leave open. Where the estate does not say what is in place, nothing is taken to be.
      </p>
    </section>
  );
}
