import { useCollectionPlan, useWatch } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import { Pending } from "../panels/pending.tsx";
import { HowGapsClose } from "../requirements/how-gaps-close.tsx";
import { NextLooks } from "../requirements/next-looks.tsx";
import { StreamsSeen } from "../requirements/streams-seen.tsx";

/** What to look at next over all scenarios: indicators, the streams they read, and how a gap is closed. */
export function RequirementsPage() {
  const { data: watch } = useWatch();
  const query = useCollectionPlan();
  if (!watch) return <Pending lines={8} />;
  return (
    <Loaded query={query} lines={12}>
      {(plan) => (
        <>
          <NextLooks looks={plan.looks} scenarios={watch.scenarios} />
          <StreamsSeen streams={plan.streams} asOf={plan.asOf} />
          <HowGapsClose />
        </>
      )}
    </Loaded>
  );
}
