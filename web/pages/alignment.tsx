import { useMemo } from "react";
import type { WatchReply } from "../../src/api/contract.ts";
import { useAlignment, useWatch } from "../api/queries.ts";
import { MembershipChart } from "../charts/membership-chart.tsx";
import { MembershipMap } from "../map/membership-map.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { ObservationName } from "../panels/observation/observation-name.tsx";
import { Pending } from "../panels/pending.tsx";
import { NextMembers } from "../panels/scenario/next-members.tsx";
import { StateGrid } from "../panels/scenario/state-grid.tsx";
import { blocToken } from "../words/bloc.ts";
import { count } from "../words/dates.ts";
import { membersOf, type Standing } from "../words/standing.ts";

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
      frameworks.map((framework) => ({
        name: framework.name,
        states: membersOf(framework),
        colour: `var(${blocToken(watch, framework.bloc)})`,
        joined: framework.members.map(({ on }) => on),
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
        {frameworks.map((framework) => (
          <Unnamed key={framework.id} framework={framework} />
        ))}
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
          {frameworks.map((framework) => `${framework.name} ${membersOf(framework)}`).join(", ")}.
        </p>
        <StateGrid standing={standing} colourOf={(bloc) => blocToken(watch, bloc)} />
      </section>
      {frameworks.map((framework) => (
        <NextMembers
          key={framework.id}
          framework={framework}
          nameOf={nameOf}
          watchedTo={standing.watchedTo}
        />
      ))}
    </>
  );
}

/** What the rows themselves say is missing. */
function Unnamed({ framework: { name, numbered } }: { framework: Standing["frameworks"][number] }) {
  if (!numbered) return null;
  const { upTo, observation, unnamed } = numbered;
  return (
    <p>
      <ObservationName id={observation} /> is numbered {upTo}, so{" "}
      <strong>{count(unnamed, "more state")}</strong> joined {name} whom no row names.
    </p>
  );
}
