import type { SiteLooksReply, WatchReply } from "../../src/api/contract.ts";
import type { Site } from "#model/site.ts";
import { useSitePasses } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import { count } from "../words/dates.ts";
import { LooksChart } from "./looks-chart.tsx";

/** Who could image a site in the days that follow. */
export function SiteLooksPanel({ watch, site }: { readonly watch: WatchReply; readonly site: Site }) {
  return (
    <div className="site-looks stack">
      <h3>Who could image it, and when nobody</h3>
      <Loaded query={useSitePasses(site.id)} lines={6}>
        {(looks) => (isBlind(looks) ? <NoOrbits /> : <Looks watch={watch} looks={looks} />)}
      </Loaded>
    </div>
  );
}

function isBlind({ blocs }: SiteLooksReply): boolean {
  return blocs.every(({ satellites }) => satellites === 0);
}

function NoOrbits() {
  return (
    <p>
      No orbit of a watched imaging satellite was known by this day, or none fresh enough: nothing can be
      said. Bring element sets with <code>tocsin import FILE --kind omm</code>, or switch a source on with{" "}
      <code>tocsin collect --source celestrak-active</code>.
    </p>
  );
}

function Looks({ watch, looks }: { readonly watch: WatchReply; readonly looks: SiteLooksReply }) {
  const without = looks.blocs.flatMap((bloc) => bloc.without);
  return (
    <>
      <LooksChart watch={watch} looks={looks} />
      <p className="quiet">
        Chances, not pictures: clouds and tasking are not considered, optical cameras need daylight, and how
        far aside a sensor looks is assumed ({looks.assumedOffNadirDeg}°) where nobody outside knows.
        {without.length > 0 &&
          ` Not counted for want of fresh elements: ${count(without.length, "satellite")}, ${without
            .slice(0, 3)
            .map(({ name }) => name)
            .join(", ")}${without.length > 3 ? " and others" : ""}.`}
      </p>
    </>
  );
}
