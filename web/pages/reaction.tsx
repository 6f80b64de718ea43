import { useMemo } from "react";
import type { ReactionReply, WatchReply } from "../../src/api/contract.ts";
import { useReactions, useWatch } from "../api/queries.ts";
import { BlocKey } from "../panels/bloc-key.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { Pending } from "../panels/pending.tsx";
import { TickChart } from "../panels/tick-chart.tsx";
import { blocName, blocToken } from "../words/bloc.ts";
import { count, longDay } from "../words/dates.ts";
import { type Analysis, duration, excitation, isExplosive, verdict } from "../words/reaction.ts";

/** Whether one bloc's acts bring on the other's, each way with its interval, and what else would explain it. */
export function ReactionPage() {
  const { data: watch } = useWatch();
  const query = useReactions();
  if (!watch) return <Pending lines={8} />;
  return (
    <>
      <div className="row">
        <BlocKey watch={watch} />
      </div>
      <Loaded
        query={query}
        lines={8}
        why="Histories are simulated for every interval: a few seconds when a day is asked for the first time."
      >
        {({ reactions }) =>
          reactions.length === 0 ? (
            <p className="panel quiet">This watch asks about no action and reaction.</p>
          ) : (
            <>
              {reactions.map((one) => (
                <ReactionPanel key={one.name} watch={watch} reaction={one} />
              ))}
              <Method />
            </>
          )
        }
      </Loaded>
    </>
  );
}

interface PanelProps {
  readonly watch: WatchReply;
  readonly reaction: ReactionReply;
}

function ReactionPanel({ watch, reaction }: PanelProps) {
  const { name, analysis, refused } = reaction;
  const bloc = (id: string) => blocName(watch, id);
  return (
    <section className="panel stack reaction">
      <h2>{name}</h2>
      {analysis ? (
        analysis.directions.map((one) => <p key={one.from}>{verdict(one, analysis, bloc)}</p>)
      ) : (
        <p>Nothing can be said about action and reaction here: {refused}.</p>
      )}
      <Ticks watch={watch} reaction={reaction} />
      {analysis && !isExplosive(analysis) && <Figures watch={watch} name={name} analysis={analysis} />}
    </section>
  );
}

function Ticks({ watch, reaction: { name, events, between, from, to } }: PanelProps) {
  const lanes = useMemo(() => [...between], [between]);
  const ticks = useMemo(
    () =>
      events.map(({ observation, on, bloc, claim }) => ({
        id: observation,
        on,
        lane: bloc,
        label: claim,
        colour: `var(${blocToken(watch, bloc)})`,
      })),
    [watch, events],
  );
  const counts = between.map((id) => `${ticks.filter(({ lane }) => lane === id).length} of ${id}`);
  return (
    <TickChart
      name={`reaction-${name.toLowerCase().replaceAll(" ", "-")}`}
      caption={`${count(ticks.length, "act")} dated to the day, ${counts.join(" and ")}, from ${longDay(from)} to ${longDay(to)}.`}
      source="observations known by this day, copies and retellings counted once"
      alt={`${name}: ${counts.join(" and ")}.`}
      by="bloc"
      ticks={ticks}
      lanes={lanes}
      from={from}
      to={to}
    />
  );
}

interface FiguresProps {
  readonly watch: WatchReply;
  readonly name: string;
  readonly analysis: Analysis;
}

function Figures({ watch, name, analysis }: FiguresProps) {
  const { delayDays, delayLow, delayHigh, spectralRadius, slowerThanDays, fits } = analysis;
  const misfit = fits.filter(({ p }) => p < 0.05).map(({ bloc }) => blocName(watch, bloc));
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label={`${name}: figures`}>
        <table>
          <thead>
            <tr>
              <th scope="col">After acts of</th>
              <th scope="col">come acts of</th>
              <th scope="col" className="number">
                for each (90 %)
              </th>
              <th scope="col" className="number">
                p, steady pace
              </th>
              <th scope="col" className="number">
                p, drifts allowed
              </th>
            </tr>
          </thead>
          <tbody>
            {analysis.directions.map((one) => (
              <tr key={one.from}>
                <td>{one.from}</td>
                <td>{one.to}</td>
                <td className="number">{excitation(one)}</td>
                <td className="number">{chance(one.p)}</td>
                <td className="number">{chance(one.controlledP)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        Where there is a reaction it comes after {duration(delayDays)} in the mean (
        {delayLow === null ? "no bound" : duration(delayLow)} to{" "}
        {delayHigh === null ? "no bound" : duration(delayHigh)}). Spectral radius {spectralRadius.toFixed(2)}:
        below 1 the exchange dies down by itself.
        {slowerThanDays !== null &&
          ` Drifts slower than ${duration(slowerThanDays)} were allowed to each bloc.`}{" "}
        {misfit.length > 0
          ? `The model does not describe the acts of ${misfit.join(" and ")} well, so the figures are worth less.`
          : "The model describes the acts of both well enough."}
      </p>
    </>
  );
}

function Method() {
  return (
    <section className="panel stack">
      <h2>What this can and cannot tell</h2>
      <p>
        A shared driver, such as a crisis or a budget cycle, makes both blocs act more at the same time, and
        looks like reaction. So every direction is tested twice: with a steady pace of each bloc, and with a
        pace that may drift slowly. Only what survives the second test is said to be shown. A driver that
        comes and goes faster than the drifts allowed cannot be told from reaction by timing at all.
      </p>
      <p>
        With some sixty acts, a true reaction of three in ten is found about half of the time. Not shown is
        not the same as absent; the interval says what is left.
      </p>
    </section>
  );
}

const chance = (p: number) => (p < 0.001 ? "<0.001" : p.toFixed(3));
