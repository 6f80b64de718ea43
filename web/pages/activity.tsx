import { useCallback } from "react";
import type { ActivityOnDay } from "#model/activity.ts";
import { casesInWords } from "#model/activity-in-words.ts";
import { ActivityCases } from "../activity/activity-cases.tsx";
import { ActivityFace } from "../activity/activity-face.tsx";
import { useActivity, useWatch } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import { actorName } from "../words/actor-name.ts";
import { longDay } from "../words/dates.ts";

/** Who acts against whom, after what and how, and whether that has changed. */
export function ActivityPage() {
  return (
    <Loaded query={useActivity()} lines={10}>
      {({ activity }) =>
        activity === null ? (
          <p className="panel quiet">This watch follows no activity.</p>
        ) : (
          <Faces activity={activity} />
        )
      }
    </Loaded>
  );
}

function Faces({ activity }: { readonly activity: ActivityOnDay }) {
  const named = useNames();
  return (
    <>
      <section className="panel stack">
        <h2>{activity.name}</h2>
        <p>{casesInWords(activity, longDay)}</p>
        <ActivityCases activity={activity} named={named} />
        <p className="quiet">
          A count of what became public, each case once, whatever became of it later: more cases may be more
          acts, more arrests or closer reading. Shares bear that better than counts. An accusation is no
          conviction.
        </p>
      </section>
      {activity.faces.map((face, f) => (
        <ActivityFace
          key={face.name}
          face={face}
          cases={(value) => activity.cases.filter(({ values }) => values[f]!.includes(value))}
          years={activity.windowYears}
          named={named}
        />
      ))}
    </>
  );
}

/** A value in words: an actor by its name, anything else as it is written. */
function useNames(): (value: string) => string {
  const { data: watch } = useWatch();
  return useCallback(
    (value) => (value === "" ? "not said" : actorName(watch, value).replaceAll("_", " ")),
    [watch],
  );
}
