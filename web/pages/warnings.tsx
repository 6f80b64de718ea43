import { useAddress } from "../address/use-address.ts";
import { useAssessment, useWarnings } from "../api/queries.ts";
import { FeedLinks } from "../panels/feed-links.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { PastWarning } from "../panels/warning/past-warning.tsx";
import { gravestFirst, isOpen } from "../words/gravity.ts";
import { WarningCard } from "../panels/warning/warning-card.tsx";

/** Every warning with its steps: open ones in full and the gravest on top, resolved ones folded. */
export function WarningsPage() {
  const { params } = useAddress();
  const { data: assessment } = useAssessment();
  const scenarioOf = (id: string) => assessment?.scenarios.find((scenario) => scenario.id === id);
  return (
    <Loaded query={useWarnings()} lines={8}>
      {({ warnings, asOf }) => {
        const sorted = gravestFirst(warnings);
        const open = sorted.filter(isOpen);
        const past = sorted.filter((warning) => !isOpen(warning));
        return (
          <>
            {open.length === 0 && <p className="panel quiet">No warning is open on this day.</p>}
            {open.map((warning) => (
              <WarningCard
                key={warning.id}
                warning={warning}
                scenario={scenarioOf(warning.scenario)}
                asOf={asOf}
                isChosen={warning.id === params.warning}
              />
            ))}
            {past.length > 0 && (
              <section className="panel">
                <h2>Resolved</h2>
                {past.map((warning) => (
                  <PastWarning
                    key={warning.id}
                    warning={warning}
                    name={scenarioOf(warning.scenario)?.name ?? warning.scenario}
                  />
                ))}
              </section>
            )}
            <FeedLinks of="warnings" />
          </>
        );
      }}
    </Loaded>
  );
}
