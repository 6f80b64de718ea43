import { type Standing, standingOf } from "../../words/standing.ts";
import "./state-grid.css";

interface StateGridProps {
  readonly standing: Standing;
  readonly colourOf: (bloc: string) => string;
}

/** Every state in its region, marked by the frameworks it is in. */
export function StateGrid({ standing, colourOf }: StateGridProps) {
  const { regions, frameworks } = standing;
  const isIn = (state: string) =>
    frameworks.filter(({ members }) => members.some((one) => one.state === state));
  return (
    <dl className="state-grid">
      {Object.entries(regions).map(([region, states]) => (
        <div key={region}>
          <dt>{region}</dt>
          <dd>
            <ul aria-label={region}>
              {Object.entries(states).map(([id, name]) => {
                const joined = isIn(id);
                const where = `in ${standingOf(frameworks, id)}`;
                return (
                  <li key={id} title={`${name}: ${where}`} data-in={joined.length}>
                    {joined.map((one) => (
                      <span
                        key={one.id}
                        className="state-grid-mark"
                        aria-hidden="true"
                        style={{ background: `var(${colourOf(one.bloc)})` }}
                      />
                    ))}
                    <abbr title={`${name}: ${where}`}>{id}</abbr>
                  </li>
                );
              })}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
