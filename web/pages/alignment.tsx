import { useMemo } from "react";
import type { WatchReply } from "../../src/api/contract.ts";
import { useAlignment, useWatch } from "../api/queries.ts";
import { MembershipChart } from "../charts/membership-chart.tsx";
import { MembershipMap } from "../map/membership-map.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { Pending } from "../panels/pending.tsx";
import { StateGrid } from "../panels/scenario/state-grid.tsx";
import { blocToken } from "../words/bloc.ts";
import { count, longDay } from "../words/dates.ts";
import { interval } from "#model/percent.ts";
import { percent } from "../words/probability.ts";
import type { Standing } from "../words/standing.ts";

/** Who is in which framework, who is in both, and who joins next. */
export function AlignmentPage() {
  const { data: watch } = useWatch();
  const query = useAlignment();
  if (!watch) return <Pending lines={8} />;
  return (
    <Loaded query={query} lines={8}>
      {({ asOf, alignment }) =>
        alignment ? (
          <Balance watch={watch} asOf={asOf} standing={alignment} />
        ) : (
          <p className="panel quiet">This watch follows no frameworks that states join.</p>
        )
      }
    </Loaded>
  );
}

interface BalanceProps {
  readonly watch: WatchReply;
  readonly asOf: string;
  readonly standing: Standing;
}

function Balance({ watch, asOf, standing }: BalanceProps) {
  const { frameworks, dual, regions } = standing;
  const nameOf = useMemo(
    () => new Map(Object.values(regions).flatMap((names) => Object.entries(names))),
    [regions],
  );
  const curves = useMemo(
    () =>
      frameworks.map(({ name, bloc, members }) => ({
        name,
        colour: `var(${blocToken(watch, bloc)})`,
        joined: members.map(({ on }) => on),
      })),
    [watch, frameworks],
  );
  const colours = useMemo(() => curves.map(({ colour }) => colour), [curves]);
  const both = dual.map((id) => nameOf.get(id)!);
  return (
    <>
      <section className="panel stack">
        <h2>The balance</h2>
        <MembershipChart curves={curves} to={standing.watchedTo} />
        <p>
          {both.length === 0
            ? "No state is in more than one framework."
            : `In both: ${both.join(", ")}. Membership is not exclusive, so each framework has a hazard of its own.`}
        </p>
      </section>
      <section className="panel stack">
        <h2>Where</h2>
        <MembershipMap standing={standing} nameOf={nameOf} on={asOf} colours={colours} />
      </section>
      <section className="panel stack">
        <h2>Every state</h2>
        <p className="quiet">
          Mark: in that framework; two marks: in both; dashed: in neither.{" "}
          {frameworks.map(({ name, members }) => `${name} ${members.length}`).join(", ")}.
        </p>
        <StateGrid standing={standing} colourOf={(bloc) => blocToken(watch, bloc)} />
      </section>
      {frameworks.map((framework) => (
        <Next key={framework.id} framework={framework} nameOf={nameOf} watchedTo={standing.watchedTo} />
      ))}
    </>
  );
}

interface NextProps {
  readonly framework: Standing["frameworks"][number];
  readonly nameOf: ReadonlyMap<string, string>;
  readonly watchedTo: string;
}

const GROUPS = 8;
const NAMES = 5;

interface Alike {
  readonly ids: string[];
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

/** The likeliest, those that nothing tells apart together. */
function alike(next: NonNullable<NextProps["framework"]["hazard"]>["next"]): Alike[] {
  const groups = Map.groupBy(next, ({ p }) => p.toFixed(9));
  return [...groups.values()]
    .slice(0, GROUPS)
    .map((group) => ({ ...group[0]!, ids: group.map(({ id }) => id) }));
}

const named = (names: readonly string[]) =>
  names.length <= NAMES + 1
    ? names.join(", ")
    : `${names.slice(0, NAMES).join(", ")} and ${count(names.length - NAMES, "other")} alike`;

function Next({ framework: { name, hazard, refused }, nameOf, watchedTo }: NextProps) {
  if (!hazard) {
    return (
      <section className="panel stack">
        <h2>Who joins {name} next</h2>
        <p>It cannot be said: {refused}.</p>
      </section>
    );
  }
  const { outOfSample: check, constant, next, atRisk, events, weightOfConstant } = hazard;
  const anyone = `${percent(constant.p)} (${interval(constant.low, constant.high)})`;
  return (
    <section className="panel stack">
      <h2>Who joins {name} next</h2>
      <p>
        {count(events, "accession")} after the founders, {count(atRisk, "state")} outside. If all were alike,
        each would join within a year with a probability of {anyone}.{" "}
        {check === null
          ? "There are too few accessions to check whether telling states apart forecasts any better, so take the list as a ranking only."
          : `On ${count(check.events, "accession")} that it had not seen, telling states apart ${isWorth(check)}: ${gain(check.gain)} of log score for each (90 %: ${gain(check.low)} to ${gain(check.high)}). By it what happened was ${times(check.gain * check.events)} times as probable; from 20 times on it is called better.`}
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label={`Who joins ${name} next`}>
        <table>
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col" className="number">
                Within a year (90 %)
              </th>
            </tr>
          </thead>
          <tbody>
            {alike(next).map(({ ids, p, low, high }) => (
              <tr key={ids[0]}>
                <td>{named(ids.map((id) => nameOf.get(id)!))}</td>
                <td className="number">
                  {percent(p)} ({interval(low, high)})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        From the share of a state's region that has joined, its membership elsewhere and the bloc it is in, by
        the record up to {longDay(watchedTo)}, drawn towards the one rate for all as far as these tell little;
        that they tell nothing has a probability of {percent(weightOfConstant)}. The interval is that of the
        fit before it is drawn in; it knows nothing of talks or elections.
      </p>
    </section>
  );
}

const isWorth = ({ isBetter }: { isBetter: boolean }) =>
  isBetter
    ? "forecast better than that one rate for all"
    : "is not shown to forecast better, so that one rate for all is as good an answer";

const times = (nats: number) => Number(Math.exp(nats).toPrecision(2)).toLocaleString("en-GB");

const gain = (nats: number) => `${nats < 0 ? "−" : "+"}${Math.abs(nats).toFixed(2)}`;
