import { Fragment } from "react";
import { legalName } from "#model/law-in-words.ts";
import { asPrecise, count } from "../words/dates.ts";
import { FORCE_WORDS, type Law, stepWords } from "../words/law.ts";
import { Opens } from "../panels/observation/opens.tsx";

/** Every instrument with every step, each of which opens what it rests on. */
export function InstrumentTable({ law: { threads, names } }: { readonly law: Law }) {
  return (
    <section className="panel stack">
      <h2>Every instrument</h2>
      <details>
        <summary>{count(threads.length, "instrument")}, the latest first</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label="Every instrument">
          <table className="law-table">
            <thead>
              <tr>
                <th scope="col">Instrument</th>
                <th scope="col">Subject</th>
                <th scope="col">Binds</th>
                <th scope="col">Stands</th>
                <th scope="col">Steps</th>
              </tr>
            </thead>
            <tbody>
              {threads.toReversed().map(({ id, name, subject, force, standing, moves }) => (
                <tr key={id}>
                  <td>{name}</td>
                  <td>{legalName(names, subject)}</td>
                  <td>{FORCE_WORDS[force]}</td>
                  <td>{stepWords(standing)}</td>
                  <td>
                    {moves.map(({ observation, on, precision, step }, i) => (
                      <Fragment key={observation}>
                        {i > 0 && ", "}
                        <Opens observation={observation}>{asPrecise(on, precision)}</Opens> {stepWords(step)}
                      </Fragment>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
