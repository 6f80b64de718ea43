import { useAddress } from "../address/use-address.ts";
import { useAssessment, useWarnings } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import { PastWarning } from "../panels/past-warning.tsx";
import { WarningCard } from "../panels/warning-card.tsx";

/** Every warning with its steps: open ones in full, resolved ones folded, the latest change on top. */
export function WarningsPage() {
  const { params } = useAddress();
  const { data: assessment } = useAssessment();
  const nameOf = (id: string) => assessment?.scenarios.find((scenario) => scenario.id === id)?.name ?? id;
  return (
    <Loaded query={useWarnings()} lines={8}>
      {({ warnings, asOf }) => {
        const latest = warnings.toSorted((a, b) => (a.changedOn < b.changedOn ? 1 : -1));
        const open = latest.filter(({ state }) => state !== "resolved" && state !== "quiet");
        const past = latest.filter((warning) => !open.includes(warning));
        return (
          <>
            {open.length === 0 && <p className="panel quiet">No warning is open on this day.</p>}
            {open.map((warning) => (
              <WarningCard
                key={warning.id}
                warning={warning}
                name={nameOf(warning.scenario)}
                asOf={asOf}
                isChosen={warning.id === params.warning}
              />
            ))}
            {past.length > 0 && <h2>Resolved</h2>}
            {past.map((warning) => (
              <PastWarning key={warning.id} warning={warning} name={nameOf(warning.scenario)} />
            ))}
          </>
        );
      }}
    </Loaded>
  );
}
