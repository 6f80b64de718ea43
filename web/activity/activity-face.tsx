import { useState } from "react";
import type { ActivityCase, FaceOnDay, FaceValue } from "#model/activity.ts";
import { changeInWords, hasMoved, shiftInWords } from "#model/activity-in-words.ts";
import { Opens } from "../panels/observation/opens.tsx";
import "./activity-face.css";

interface ActivityFaceProps {
  readonly face: FaceOnDay;
  readonly cases: (value: string) => readonly ActivityCase[];
  readonly years: number;
  readonly named: (value: string) => string;
}

/** The cases by one face, now and before, and whether the mix has changed; a value that is pressed opens its cases. */
export function ActivityFace({ face, cases, years, named }: ActivityFaceProps) {
  const [chosen, choose] = useState<string | null>(null);
  const most = Math.max(...face.values.flatMap(({ now, before }) => [now, before]), 1);
  return (
    <section className="panel stack activity-face">
      <h2>{face.name}</h2>
      <p>{changeInWords(face, named)}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={face.name}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Value</span>
              </th>
              <th scope="col">Last {years} years</th>
              <th scope="col">{years} years before</th>
              <th scope="col" className="number">
                Points of share (90 %)
              </th>
            </tr>
          </thead>
          <tbody>
            {face.values.map((one) => (
              <tr key={one.value}>
                <th scope="row">
                  <button
                    type="button"
                    className="text-button"
                    aria-expanded={chosen === one.value}
                    onClick={() => choose(chosen === one.value ? null : one.value)}
                  >
                    {named(one.value)}
                  </button>
                </th>
                <td>
                  <Count count={one.now} most={most} />
                </td>
                <td>
                  <Count count={one.before} most={most} />
                </td>
                <td className="number">{shiftOf(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen !== null && <Cases of={named(chosen)} cases={cases(chosen)} />}
    </section>
  );
}

/** All cases that are known of one value, latest first. */
function Cases({ of, cases }: { readonly of: string; readonly cases: readonly ActivityCase[] }) {
  return (
    <div className="stack">
      <h3>{of}, every year</h3>
      <ol className="activity-cases">
        {cases.toReversed().map(({ id, on, claim }) => (
          <li key={id}>
            <time>{on}</time>
            <Opens observation={id}>{claim}</Opens>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The number, and a bar as long as it is large. */
function Count({ count, most }: { readonly count: number; readonly most: number }) {
  return (
    <span className="activity-count">
      <span className="activity-bar" style={{ inlineSize: `${(100 * count) / most}%` }} aria-hidden="true" />
      <span>{count}</span>
    </span>
  );
}

function shiftOf(value: FaceValue) {
  const { shift } = value;
  if (shift === null) return "–";
  return hasMoved(value) ? <strong>{shiftInWords(shift)}</strong> : shiftInWords(shift);
}
