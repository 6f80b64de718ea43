import { useMemo, useState } from "react";
import type { BehaviourReply, OrbitsReply } from "../../src/api/contract.ts";
import { go, presentAddress, useAddress } from "../address/use-address.ts";
import { useBehaviour, useBelt, useOrbit, useOrbits, useWatch } from "../api/queries.ts";
import { Chart } from "../charts/chart.tsx";
import { AheadPanel } from "../orbits/ahead-panel.tsx";
import { BehaviourTable } from "../orbits/behaviour-table.tsx";
import { BeltChart } from "../orbits/belt-chart.tsx";
import { CatalogueFacts } from "../orbits/catalogue-facts.tsx";
import { heightsKm, objectName } from "../orbits/catalogue.ts";
import { clockFrom } from "../orbits/clock.ts";
import { FollowedTable } from "../orbits/followed-table.tsx";
import { FollowField } from "../orbits/follow-field.tsx";
import { HistoryChart } from "../orbits/history-chart.tsx";
import { OrbitGlobe } from "../orbits/orbit-globe.tsx";
import { markedPlaces } from "../orbits/marked-places.ts";
import { StaysChart } from "../orbits/stays-chart.tsx";
import { WatchedTable } from "../orbits/watched-table.tsx";
import { BlocKey } from "../panels/bloc-key.tsx";
import { Choice } from "../panels/choice.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { count } from "../words/dates.ts";

/** Everything of which there are elements above the globe, and the orbits of the objects that are followed. */
export function OrbitPage() {
  return (
    <Loaded query={useOrbits()} lines={12}>
      {(orbits) => (orbits.id.length > 0 ? <Catalogue orbits={orbits} /> : <NoElements />)}
    </Loaded>
  );
}

function NoElements() {
  const { asOf } = useAddress();
  return (
    <section className="panel stack">
      <h2>No element sets {asOf ? "were known by this day" : "yet"}</h2>
      <p>
        Bring a file with <code>tocsin import FILE --kind omm</code> (or <code>--kind tle</code>), or switch a
        source on with <code>tocsin collect --source celestrak-active</code>.
      </p>
    </section>
  );
}

/** Ids in the address, `follow=25544,40258`; those without elements are left out. */
function useFollowed(orbits: OrbitsReply): readonly number[] {
  const { follow = "" } = useAddress().params;
  return useMemo(() => {
    const places = new Map(orbits.id.map((id, place) => [id, place]));
    return follow.split(",").flatMap((id) => places.get(Number(id)) ?? []);
  }, [orbits, follow]);
}

function followOnly(ids: readonly number[]): void {
  const { follow: _follow, ...rest } = presentAddress().params;
  go({ params: ids.length > 0 ? { ...rest, follow: ids.join(",") } : rest });
}

function Catalogue({ orbits }: { readonly orbits: OrbitsReply }) {
  const places = useFollowed(orbits);
  const ids = places.map((place) => orbits.id[place]!);
  return (
    <>
      <section className="panel stack">
        <h2>Where everything is</h2>
        <Globe orbits={orbits} places={places} />
        <Colours />
      </section>
      <section className="panel stack">
        <h2>Followed objects</h2>
        <FollowField
          orbits={orbits}
          onFollow={(id) => followOnly([...ids.filter((one) => one !== id), id])}
        />
        {places.length > 0 && (
          <FollowedTable
            orbits={orbits}
            places={places}
            onLeave={(id) => followOnly(ids.filter((one) => one !== id))}
          />
        )}
      </section>
      <Behaviour orbits={orbits} onFollow={(id) => followOnly([...ids.filter((one) => one !== id), id])} />
      {ids.map((id) => (
        <History key={id} id={id} />
      ))}
    </>
  );
}

interface BehaviourProps {
  readonly orbits: OrbitsReply;
  readonly onFollow: (id: number) => void;
}

/** What the watch's satellites did that is unusual, where they stood in the belt, and who they are. */
function Behaviour({ orbits, onFollow }: BehaviourProps) {
  const { data: watch } = useWatch();
  const [told, belt] = [useBehaviour(), useBelt()];
  if (!watch) return null;
  return (
    <>
      <section className="panel stack">
        <h2>Who came to whom</h2>
        <Loaded query={told} lines={6}>
          {(known) => (
            <>
              {known.behaviour.length > 0 ? (
                <BehaviourTable watch={watch} told={known} />
              ) : (
                <NothingUnusual told={known} orbits={orbits} />
              )}
              {known.objects.length > 0 && <AheadPanel orbits={orbits} told={known} />}
            </>
          )}
        </Loaded>
      </section>
      <Loaded query={belt} lines={6}>
        {(years) =>
          years.objects.length > 0 && (
            <section className="panel stack">
              <h2>The geostationary belt over the years</h2>
              <BeltChart watch={watch} belt={years} />
              <BlocKey watch={watch} />
            </section>
          )
        }
      </Loaded>
      <Loaded query={told} lines={2}>
        {(known) =>
          known.objects.length > 0 && (
            <WatchedTable watch={watch} objects={known.objects} onFollow={onFollow} />
          )
        }
      </Loaded>
    </>
  );
}

/** That nothing is told means something only of satellites whose orbits are known. */
function NothingUnusual({ told, orbits }: { readonly told: BehaviourReply; readonly orbits: OrbitsReply }) {
  const known = new Set(orbits.id);
  const followed = told.objects.filter(({ role }) => role === "followed");
  const seen = followed.filter(({ id }) => known.has(id)).length;
  return (
    <p className="quiet">
      {followed.length === 0
        ? "The watch follows no satellites."
        : `Nothing unusual is known of the ${count(followed.length, "followed satellite")} by this day; of ${followed.length - seen} there are no element sets, so nothing can be said of them.`}
    </p>
  );
}

/** Whose colour the watch's satellites have on the globe. */
function Colours() {
  const { data: watch } = useWatch();
  return watch ? <BlocKey watch={watch} /> : null;
}

const SPEEDS = { 1: "Real time", 60: "60 ×", 600: "600 ×" };

function Globe({ orbits, places }: { readonly orbits: OrbitsReply; readonly places: readonly number[] }) {
  const { asOf } = useAddress();
  const [speed, setSpeed] = useState("1");
  const [refused, setRefused] = useState(0);
  const { data: watch } = useWatch();
  const { data: told } = useBehaviour();
  const marked = useMemo(() => markedPlaces(orbits, watch, told), [orbits, watch, told]);
  const clock = useMemo(
    () => clockFrom(asOf ? Date.parse(`${asOf}T12:00:00Z`) : Date.now(), Number(speed)),
    [asOf, speed],
  );
  const age = useMemo(() => medianAgeDays(orbits, clock.startMs), [orbits, clock]);
  const gone =
    refused > 0 ? ` ${count(refused, "object")} have decayed or have no solution, and are not drawn.` : "";
  return (
    <Chart
      name="orbits"
      caption={`${count(orbits.id.length, "object")}, half of them by elements more than ${age < 1 ? "a few hours" : count(Math.round(age), "day")} from this moment${age > ROUGH_DAYS ? ", so that places are rough" : ""}.${gone}`}
      source="newest element set of each object known by this day, propagated by SGP4; Natural Earth"
      alt={`Globe with ${count(orbits.id.length, "object")} in orbit.`}
      table={{
        columns: ["object", "number", "perigee km", "apogee km", "inclination °"],
        rows: places.map((place) => [
          objectName(orbits, place),
          orbits.id[place]!,
          ...heightsKm(orbits.meanMotionRevPerDay[place]!, orbits.eccentricity[place]!).map(Math.round),
          orbits.inclinationDeg[place]!,
        ]),
      }}
      isInteractive
      isSvg={false}
    >
      <Choice label="How fast time passes" values={SPEEDS} chosen={speed} onChoose={setSpeed} />
      <OrbitGlobe orbits={orbits} followed={places} marked={marked} clock={clock} onRefused={setRefused} />
    </Chart>
  );
}

/** From here on an object in a low orbit may be anywhere along it. */
const ROUGH_DAYS = 14;

function medianAgeDays({ epochMs }: OrbitsReply, momentMs: number): number {
  const ages = epochMs.map((ms) => Math.abs(momentMs - ms) / 86_400_000).toSorted((a, b) => a - b);
  return ages[ages.length >> 1]!;
}

function History({ id }: { readonly id: number }) {
  return (
    <section className="panel stack">
      <Loaded query={useOrbit(id)} lines={6}>
        {(history) => (
          <>
            <h2>{history.name ?? `Object ${history.id}`}, over time</h2>
            <CatalogueFacts entry={history.entry} />
            {history.epochMs.length > 1 ? (
              <HistoryChart history={history} />
            ) : (
              <p className="quiet">One element set is known; a history begins with the second.</p>
            )}
            {history.stays.length > 0 && <StaysChart history={history} />}
          </>
        )}
      </Loaded>
    </section>
  );
}
