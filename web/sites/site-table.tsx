import type { WatchReply } from "../../src/api/contract.ts";
import type { Site } from "#model/site.ts";
import { Link } from "../address/link.tsx";
import { kindName, operatorName } from "./operator.ts";

interface SiteTableProps {
  readonly watch: WatchReply;
  readonly sites: readonly Site[];
  readonly chosen: string;
}

/** Every site, in the order of the watch. */
export function SiteTable({ watch, sites, chosen }: SiteTableProps) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="All sites">
      <table>
        <thead>
          <tr>
            <th scope="col">Site</th>
            <th scope="col">Kind</th>
            <th scope="col">Run by</th>
            <th scope="col">Status</th>
            <th scope="col">Coordinates</th>
          </tr>
        </thead>
        <tbody>
          {sites.map((site) => (
            <tr key={site.id}>
              <td>
                <Link
                  to="/sites"
                  params={{ site: site.id }}
                  aria-current={site.id === chosen || undefined}
                  data-item
                >
                  {site.name}
                </Link>
              </td>
              <td>{kindName(site)}</td>
              <td>{operatorName(watch, site)}</td>
              <td>{site.status}</td>
              <td>{site.verified === "recall" ? "not yet checked" : "looked up"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
