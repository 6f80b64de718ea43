import { useMemo, useState } from "react";
import type { OrbitsReply } from "../../src/api/contract.ts";
import { go, presentAddress, useAddress } from "../address/use-address.ts";
import { useOrbit, useOrbits } from "../api/queries.ts";
import { Chart } from "../charts/chart.tsx";
import { heightsKm, objectName } from "../orbits/catalogue.ts";
import { clockFrom } from "../orbits/clock.ts";
import { FollowedTable } from "../orbits/followed-table.tsx";
import { FollowField } from "../orbits/follow-field.tsx";
import { HistoryChart } from "../orbits/history-chart.tsx";
import { OrbitGlobe } from "../orbits/orbit-globe.tsx";
import { StaysChart } from "../orbits/stays-chart.tsx";
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
      {ids.map((id) => (
        <History key={id} id={id} />
      ))}
    </>
  );
}

const SPEEDS = { 1: "Real time", 60: "60 ×", 600: "600 ×" };

function Globe({ orbits, places }: { readonly orbits: OrbitsReply; readonly places: readonly number[] }) {
  const { asOf } = useAddress();
  const [speed, setSpeed] = useState("1");
  const [refused, setRefused] = useState(0);
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
      <OrbitGlobe orbits={orbits} followed={places} clock={clock} onRefused={setRefused} />
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
