import type { WatchReply } from "../../src/api/contract.ts";
import type { Site } from "#model/site.ts";
import { kindName, operatorName } from "./operator.ts";
import "../panels/observation-facts.css";

/** What is known of a site, what is only suspected, and how sure anybody is where it is. */
export function SiteFacts({ watch, site }: { readonly watch: WatchReply; readonly site: Site }) {
  const facts: readonly (readonly [string, string])[] = [
    ["Run by", `${operatorName(watch, site)}; in ${site.country}`],
    ["Kind", `${kindName(site)}, ${site.status}`],
    ["Known", site.known || "nothing that is not only suspected"],
    ["Suspected", site.suspected],
    ["Where", `${place(site.lat, "N", "S")}, ${place(site.lon, "E", "W")}, within ${site.precisionKm} km`],
    ["Source", `${site.source}; ${CHECKED[site.verified]}; ${site.confidence} confidence`],
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

const CHECKED: Readonly<Record<Site["verified"], string>> = {
  "looked up": "coordinates read there",
  recall: "coordinates not yet checked",
};

function place(degrees: number, positive: string, negative: string): string {
  return `${Math.abs(degrees).toFixed(3)}° ${degrees < 0 ? negative : positive}`;
}
