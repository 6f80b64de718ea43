import type { WatchReply } from "../../src/api/contract.ts";
import type { KnownSite } from "#model/site-check.ts";
import { actorName } from "../words/actor-name.ts";
import { kindName, operatorName } from "./operator.ts";
import "../panels/observation/observation-facts.css";

/** What is known of a site, what is only suspected, and how sure anybody is where it is. */
export function SiteFacts({ watch, site }: { readonly watch: WatchReply; readonly site: KnownSite }) {
  const facts: readonly (readonly [string, string])[] = [
    [
      "Run by",
      `${operatorName(watch, site)}; ${site.country === "" ? "on the high seas" : `in ${actorName(watch, site.country)}`}`,
    ],
    ["Kind", `${kindName(site)}, ${site.status}`],
    ["Known", site.known || "nothing that is not only suspected"],
    ["Suspected", site.suspected],
    [
      "Where",
      `${place(site.lat, "N", "S")}, ${place(site.lon, "E", "W")}, within ${site.precisionKm} km; its ground reaches ${site.footprintKm} km`,
    ],
    ["Coordinates", coordinatesIn(site)],
    ["Source", `${site.source}; ${site.confidence} confidence`],
  ];
  return (
    <>
      <h2>{site.name}</h2>
      <dl className="facts">
        {facts
          .filter(([, text]) => text !== "")
          .map(([name, text]) => (
            <div key={name} className="facts-pair">
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

/** Who confirmed where it is, the last first; else how the watch came by it, and how to confirm it. */
function coordinatesIn({ id, coordinates, checks, gcat }: KnownSite): string {
  const inGcat = gcat === "" ? "" : `; GCAT calls it ${gcat}`;
  if (coordinates === "looked up") return `read in the source${inGcat}`;
  if (coordinates === "recalled") {
    return `recalled, and nobody has confirmed them: tocsin sites confirm ${id} --source TEXT --by ROLE${inGcat}`;
  }
  const told = checks.map(({ by, at, source, note }) =>
    [`confirmed by ${by} on ${at.slice(0, 10)} from ${source}`, note].filter(Boolean).join(": "),
  );
  return told.toReversed().join("; before: ") + inGcat;
}

function place(degrees: number, positive: string, negative: string): string {
  return `${Math.abs(degrees).toFixed(3)}° ${degrees < 0 ? negative : positive}`;
}
