import { interval } from "#model/percent.ts";
import { count, longDay } from "../../words/dates.ts";
import { percent } from "../../words/probability.ts";
import type { Standing } from "../../words/standing.ts";

interface NextProps {
  readonly framework: Standing["frameworks"][number];
  readonly nameOf: ReadonlyMap<string, string>;
  readonly watchedTo: string;
}

type Hazard = NonNullable<NextProps["framework"]["hazard"]>;

const GROUPS = 8;
const NAMES = 5;

interface Alike {
  readonly ids: string[];
  readonly p: number;
  readonly low: number;
  readonly high: number;
  readonly already: number;
}

/** The likeliest, those that nothing tells apart together. */
function alike(next: Hazard["next"]): Alike[] {
  const groups = Map.groupBy(next, ({ p }) => p.toFixed(9));
  return [...groups.values()]
    .slice(0, GROUPS)
    .map((group) => ({ ...group[0]!, ids: group.map(({ id }) => id) }));
}

const named = (names: readonly string[]) =>
  names.length <= NAMES + 1
    ? names.join(", ")
    : `${names.slice(0, NAMES).join(", ")} and ${count(names.length - NAMES, "other")} alike`;

/** Who is likely to join a framework within a year, or why that cannot be said. */
export function NextMembers({ framework: { name, hazard, refused }, nameOf, watchedTo }: NextProps) {
  if (!hazard) {
    return (
      <section className="panel stack">
        <h2>Who joins {name} next</h2>
        <p>It cannot be said: {refused}.</p>
      </section>
    );
  }
  const { outOfSample: check, constant, atRisk, events, unnamed, weightOfConstant } = hazard;
  const anyone = `${percent(constant.p)} (${interval(constant.low, constant.high)})`;
  return (
    <section className="panel stack">
      <h2>Who joins {name} next</h2>
      <p>
        {count(events, "accession")} after the founders
        {unnamed > 0 && `, and ${unnamed} that nobody names`}, {count(atRisk, "state")} not known to be in. If
        all were alike, each would join within a year with a probability of {anyone}.{" "}
        {check === null
          ? "There are too few accessions to check whether telling states apart forecasts any better, so take the list as a ranking only."
          : `On ${count(check.events, "accession")} that it had not seen, telling states apart ${isWorth(check)}: ${gain(check.gain)} of log score for each (90 %: ${gain(check.low)} to ${gain(check.high)}). By it what happened was ${times(check.gain * check.events)} times as probable; from 20 times on it is called better.`}
      </p>
      <Likeliest hazard={hazard} nameOf={nameOf} label={`Who joins ${name} next`} />
      <p className="quiet">
        From the share of a state's region that has joined, its membership elsewhere and the bloc it is in, by
        the record up to {longDay(watchedTo)}, drawn towards the one rate for all as far as these tell little;
        that they tell nothing has a probability of {percent(weightOfConstant)}. The interval is that of the
        fit before it is drawn in; it knows nothing of talks or elections.
        {unnamed > 0 &&
          ` Whoever was likelier to join is likelier to be one of the ${unnamed}; to join, a state must be outside still.`}
      </p>
    </section>
  );
}

interface LikeliestProps {
  readonly hazard: Hazard;
  readonly nameOf: ReadonlyMap<string, string>;
  readonly label: string;
}

function Likeliest({ hazard: { next, unnamed }, nameOf, label }: LikeliestProps) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col" className="number">
              Joins within a year (90 %)
            </th>
            {unnamed > 0 && (
              <th scope="col" className="number">
                In already, unnamed
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {alike(next).map(({ ids, p, low, high, already }) => (
            <tr key={ids[0]}>
              <td>{named(ids.map((id) => nameOf.get(id)!))}</td>
              <td className="number">
                {percent(p)} ({interval(low, high)})
              </td>
              {unnamed > 0 && <td className="number">{percent(already)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isWorth = ({ isBetter }: { isBetter: boolean }) =>
  isBetter
    ? "forecast better than that one rate for all"
    : "is not shown to forecast better, so that one rate for all is as good an answer";

const times = (nats: number) => Number(Math.exp(nats).toPrecision(2)).toLocaleString("en-GB");

const gain = (nats: number) => `${nats < 0 ? "−" : "+"}${Math.abs(nats).toFixed(2)}`;
