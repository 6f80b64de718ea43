import { useExposure } from "../api/queries.ts";
import { CloseFirst } from "../exposure/close-first.tsx";
import { NoEstate } from "../exposure/no-estate.tsx";
import { SafeguardMatrix } from "../exposure/safeguard-matrix.tsx";
import { ServiceCuts } from "../exposure/service-cuts.tsx";
import { SupplierReach } from "../exposure/supplier-reach.tsx";
import { ThreatsSeen } from "../exposure/threats-seen.tsx";
import { Loaded } from "../panels/loaded.tsx";

/** What is done to space systems, and what of it the operator's own would lose. */
export function ExposurePage() {
  return (
    <Loaded query={useExposure()} lines={12}>
      {({ asOf, exposure }) =>
        exposure === null ? (
          <p className="panel quiet">This watch names no threats to space systems.</p>
        ) : exposure.estate === null ? (
          <>
            <ThreatsSeen exposure={exposure} asOf={asOf} />
            <NoEstate />
          </>
        ) : (
          <>
            <ServiceCuts estate={exposure.estate} />
            <CloseFirst exposure={exposure} estate={exposure.estate} />
            <SafeguardMatrix exposure={exposure} estate={exposure.estate} />
            <SupplierReach estate={exposure.estate} />
            <ThreatsSeen exposure={exposure} asOf={asOf} />
          </>
        )
      }
    </Loaded>
  );
}
