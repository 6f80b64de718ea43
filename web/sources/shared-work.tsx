import type { WorkState } from "#model/work-state.ts";
import { count } from "../words/dates.ts";
import { momentWords } from "./source-standing.ts";

/** The work that workers share: how much waits, and what failed to the end. */
export function SharedWork({ work }: { readonly work: WorkState }) {
  const { workers, underWay, waiting, waitingSince, resting, failed } = work;
  return (
    <section className="panel stack">
      <h2>Shared work</h2>
      <p>
        {workers === 0 ? "No worker gives a sign of life" : `${count(workers, "worker")} at work`};{" "}
        {count(underWay, "job")} under way, {waiting} waiting
        {waitingSince !== null && ` since ${momentWords(waitingSince)}`}
        {resting > 0 && `, ${resting} to be tried again`}.
      </p>
      {failed.length > 0 && (
        <>
          <p>Failed, and not done since:</p>
          <ul className="stack">
            {failed.map(({ job, at, reason }) => (
              <li key={job}>
                <strong>{job}</strong>, {momentWords(at)}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
