import { useAddress } from "../address/use-address.ts";
import { useAssessment, useWarnings } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import { WarningCard } from "../panels/warning-card.tsx";
import type { WarningsReply } from "../../src/api/contract.ts";

/** Every warning with its steps; open ones first, the latest change on top. */
export function WarningsPage() {
  const { params } = useAddress();
  const { data: assessment } = useAssessment();
  const nameOf = (id: string) => assessment?.scenarios.find((scenario) => scenario.id === id)?.name ?? id;
  return (
    <Loaded query={useWarnings()} lines={8}>
      {({ warnings }) => {
        const [open, past] = split(warnings);
        return (
          <>
            <WarningList warnings={open} nameOf={nameOf} chosen={params.warning} none="No warning is open on this day." />
            {past.length > 0 && (
              <>
                <h2>Resolved</h2>
                <WarningList warnings={past} nameOf={nameOf} chosen={params.warning} none="" />
              </>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

type Warnings = WarningsReply["warnings"];

function split(warnings: Warnings): [open: Warnings, past: Warnings] {
  const latest = warnings.toSorted((a, b) => (a.changedOn < b.changedOn ? 1 : -1));
  const isPast = ({ state }: Warnings[number]) => state === "resolved" || state === "quiet";
  return [latest.filter((warning) => !isPast(warning)), latest.filter(isPast)];
}

interface WarningListProps {
  readonly warnings: Warnings;
  readonly nameOf: (scenario: string) => string;
  readonly chosen: string | undefined;
  readonly none: string;
}

function WarningList({ warnings, nameOf, chosen, none }: WarningListProps) {
  if (warnings.length === 0) return <p className="panel quiet">{none}</p>;
  return (
    <div className="stack">
      {warnings.map((warning) => (
        <WarningCard
          key={warning.id}
          warning={warning}
          name={nameOf(warning.scenario)}
          isChosen={warning.id === chosen}
        />
      ))}
    </div>
  );
}
