import type { OrbitsReply } from "../../src/api/contract.ts";
import { span } from "../words/dates.ts";
import { heightsKm, objectName } from "./catalogue.ts";

interface FollowedTableProps {
  readonly orbits: OrbitsReply;
  readonly places: readonly number[];
  readonly onLeave: (id: number) => void;
}

/** The orbits of the followed objects, and how old what is known of them is. */
export function FollowedTable({ orbits, places, onLeave }: FollowedTableProps) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Followed objects">
      <table>
        <thead>
          <tr>
            <th scope="col">Object</th>
            <th scope="col" className="number">
              Number
            </th>
            <th scope="col" className="number">
              Perigee – apogee, km
            </th>
            <th scope="col" className="number">
              Inclination
            </th>
            <th scope="col" className="number">
              Period, min
            </th>
            <th scope="col">Elements of</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <FollowedRow key={place} orbits={orbits} place={place} onLeave={onLeave} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FollowedRowProps extends Omit<FollowedTableProps, "places"> {
  readonly place: number;
}

function FollowedRow({ orbits, place, onLeave }: FollowedRowProps) {
  const motion = orbits.meanMotionRevPerDay[place]!;
  const [perigee, apogee] = heightsKm(motion, orbits.eccentricity[place]!);
  const epoch = new Date(orbits.epochMs[place]!).toISOString().slice(0, 10);
  return (
    <tr>
      <td>{objectName(orbits, place)}</td>
      <td className="number">{orbits.id[place]}</td>
      <td className="number">
        {Math.round(perigee)} – {Math.round(apogee)}
      </td>
      <td className="number">{orbits.inclinationDeg[place]!.toFixed(2)}°</td>
      <td className="number">{(1440 / motion).toFixed(1)}</td>
      <td>
        {epoch}, {span(epoch, orbits.asOf)} before this day
      </td>
      <td>
        <button
          type="button"
          className="text-button"
          aria-label={`Leave ${objectName(orbits, place)}`}
          onClick={() => onLeave(orbits.id[place]!)}
        >
          Leave
        </button>
      </td>
    </tr>
  );
}
