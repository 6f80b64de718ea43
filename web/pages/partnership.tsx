import type { PartnershipOnDay } from "#model/partnership.ts";
import { partnershipInWords } from "#model/partnership-in-words.ts";
import { usePartnership, useWatch } from "../api/queries.ts";
import { ShareChart } from "../charts/share-chart.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { PartnershipEvents } from "../partnership/partnership-events.tsx";
import { Rungs } from "../partnership/rungs.tsx";
import { Strands } from "../partnership/strands.tsx";
import { actorName } from "../words/actor-name.ts";
import { longDay } from "../words/dates.ts";
import { unbroken } from "../words/probability.ts";

/** What two powers do together and apart, and what of an alliance has been seen. */
export function PartnershipPage() {
  return (
    <Loaded query={usePartnership()} lines={10}>
      {({ partnership }) =>
        partnership === null ? (
          <p className="panel quiet">This watch does not say whose partnership it follows.</p>
        ) : (
          <>
            <Verdict partnership={partnership} />
            <Rungs rungs={partnership.rungs} />
            <Strands partnership={partnership} />
            <PartnershipEvents partnership={partnership} />
          </>
        )
      }
    </Loaded>
  );
}

function Verdict({ partnership }: { readonly partnership: PartnershipOnDay }) {
  const { data: watch } = useWatch();
  const { between, path, windowYears } = partnership;
  const [one, other] = between.map((id) => actorName(watch, id));
  return (
    <section className="panel stack">
      <h2>
        {one} and {other}
      </h2>
      <p>{unbroken(partnershipInWords(partnership, longDay).join(" "))}</p>
      {path.length > 1 && (
        <ShareChart
          name="partnership-share"
          of="cooperation"
          source={`stories known by ${partnership.asOf} in windows of ${windowYears} years a quarter apart, which overlap`}
          points={path}
        />
      )}
      <p className="quiet">
        A count of what was reported, each story once and all of one weight; the interval is that of a share
        (Jeffreys). What two governments do in secret, and what it costs them, is not in it.
      </p>
    </section>
  );
}
