import { useBrief } from "../../api/queries.ts";
import { Link } from "../../address/link.tsx";
import { longDay } from "../../words/dates.ts";
import { Loaded } from "../loaded.tsx";

/** The opening sentences of the brief, and the way to the rest. */
export function LatestBrief() {
  return (
    <section className="panel stack">
      <h2>Latest brief</h2>
      <Loaded query={useBrief()}>
        {(brief) => (
          <div className="stack">
            <p className="quiet">
              {brief.title}, {longDay(brief.asOf)}
            </p>
            {brief.sections[0]?.sentences.slice(0, 3).map(({ text }) => (
              <p key={text}>{text}</p>
            ))}
            <p>
              <Link to="/briefs">Read the brief</Link>
            </p>
          </div>
        )}
      </Loaded>
    </section>
  );
}
