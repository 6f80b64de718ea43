import type { Day } from "#model/day.ts";
import type { LegalMark, LegalSubject } from "#model/law.ts";
import { legalName } from "#model/law-in-words.ts";
import { LegalYearsChart } from "../charts/legal-years-chart.tsx";
import { count, span } from "../words/dates.ts";
import type { Law } from "../words/law.ts";
import { Opens } from "../panels/observation/opens.tsx";

interface SubjectsPanelProps {
  readonly law: Law;
  readonly asOf: Day;
}

/** What was made against what was unmade, by year; and since when nothing binding was made, by subject. */
export function SubjectsPanel({ law, asOf }: SubjectsPanelProps) {
  const { years, covers, subjects, names } = law;
  const [bound, free] = [subjects.filter(isBound), subjects.filter((one) => !isBound(one))];
  const told = free.map(({ subject, instruments }) => `${nameOf(names, subject)} (${instruments})`);
  return (
    <section className="panel stack">
      <h2>Made and unmade</h2>
      <LegalYearsChart years={years} covers={covers} />
      <div className="scroll" tabIndex={0} role="region" aria-label="Subjects of the law">
        <table>
          <thead>
            <tr>
              <th scope="col">Subject</th>
              <th scope="col">Last binding step</th>
              <th scope="col">Last step towards one</th>
            </tr>
          </thead>
          <tbody>
            {bound.map(({ subject, instruments, inForce, lastMade, lastTowards }) => (
              <tr key={subject}>
                <td>
                  {nameOf(names, subject)}
                  <br />
                  <span className="small">
                    {count(instruments, "instrument")}, {inForce} binding in force
                  </span>
                </td>
                <td>
                  <Since mark={lastMade} law={law} asOf={asOf} />
                </td>
                <td>
                  <Since mark={lastTowards} law={law} asOf={asOf} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {told.length > 0 && (
        <p className="quiet">
          Neither a binding instrument nor an effort towards one is in the record on {told.join(", ")}.
        </p>
      )}
    </section>
  );
}

/** Whether anything binding was made on it, or sought. */
const isBound = ({ lastMade, lastTowards }: LegalSubject) => lastMade !== null || lastTowards !== null;

const nameOf = (names: Law["names"], subject: string) => legalName(names, subject) || "no subject";

interface SinceProps extends SubjectsPanelProps {
  readonly mark: LegalMark | null;
}

/** The day of a step, which opens it, and how long before the day asked that was. */
function Since({ mark, law, asOf }: SinceProps) {
  if (mark === null) return <span className="quiet">none in the record</span>;
  const thread = law.threads.find(({ id }) => id === mark.thread)!;
  return (
    <>
      <Opens observation={mark.observation}>{mark.on}</Opens>
      <br />
      <span className="small">
        {thread.name}, {span(mark.on, asOf)} before
      </span>
    </>
  );
}
