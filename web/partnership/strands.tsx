import type { PartnershipOnDay, PartnershipStrand } from "#model/partnership.ts";

interface StrandsProps {
  readonly partnership: PartnershipOnDay;
}

/** What each strand counts now and counted before. */
export function Strands({ partnership: { strands, windowYears } }: StrandsProps) {
  if (strands.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>In what, together and apart</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label="Strands of the partnership">
        <table>
          <thead>
            <tr>
              <th scope="col">Strand</th>
              <th scope="col" className="number">
                Last {windowYears} years
              </th>
              <th scope="col" className="number">
                {windowYears} years before
              </th>
            </tr>
          </thead>
          <tbody>
            {strands.map(({ strand, now, before }) => (
              <tr key={strand}>
                <th scope="row">{strand.replaceAll("_", " ") || "not said"}</th>
                <td className="number">{tally(now)}</td>
                <td className="number">{tally(before)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function tally({ cooperation, divergence }: PartnershipStrand["now"]): string {
  if (cooperation + divergence === 0) return "–";
  return `${cooperation} together, ${divergence} apart`;
}
