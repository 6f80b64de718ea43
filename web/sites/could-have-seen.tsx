import type { SiteLooksReply, SitePicturesReply, WatchReply } from "../../src/api/contract.ts";
import { addDays, daysBetween } from "#model/day.ts";
import { useWatch, useSitePasses } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import { blocName } from "../words/bloc.ts";
import { count } from "../words/dates.ts";
import { longestHours } from "./longest-hours.ts";

type Compared = SitePicturesReply["comparisons"][number];

/** Passes are told of so many days at once: of a longer span, the last. */
const MOST_DAYS = 14;

/** Who could have imaged a change while it was made, bloc by bloc, and for how long nobody could. */
export function CouldHaveSeen({ comparison }: { readonly comparison: Compared }) {
  const { site, before, after } = comparison;
  const days = Math.min(MOST_DAYS, daysBetween(before.date, after.date));
  const from = addDays(after.date, -days);
  const { data: watch } = useWatch();
  return (
    <div className="stack">
      <h4>
        Who could have imaged it from {from} to {after.date}
      </h4>
      <Loaded query={useSitePasses(site, { from, days: String(days) })} lines={3}>
        {(looks) => (watch ? <ByBloc watch={watch} looks={looks} /> : null)}
      </Loaded>
    </div>
  );
}

function ByBloc({ watch, looks }: { readonly watch: WatchReply; readonly looks: SiteLooksReply }) {
  return (
    <ul className="stack">
      {looks.blocs.map(({ bloc, satellites, without, looks: chances, unseen }) => (
        <li key={bloc}>
          {blocName(watch, bloc || null)}:{" "}
          {satellites === 0
            ? `no orbit of its ${count(without.length, "watched satellite")} is known of those days`
            : `${count(chances.length, "chance")} of ${count(satellites, "satellite")}, unseen for at most ${longestHours(unseen).toFixed(1)} h`}
        </li>
      ))}
    </ul>
  );
}
