import type { WatchReply } from "../../src/api/contract.ts";
import type { KnownSite } from "#model/site-check.ts";
import { Link } from "../address/link.tsx";
import { useAddress } from "../address/use-address.ts";
import { kindName, operatorName } from "./operator.ts";

interface SiteTableProps {
  readonly watch: WatchReply;
  readonly sites: readonly KnownSite[];
  readonly chosen: string;
}

/** Sites in the order of the watch. */
export function SiteTable({ watch, sites, chosen }: SiteTableProps) {
  const { params } = useAddress();
  if (sites.length === 0) return <p className="quiet">No site meets all of these.</p>;
  return (
    <div className="site-list" tabIndex={0} role="region" aria-label="List of sites">
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
            <tr key={site.id} data-chosen={site.id === chosen || undefined}>
              <td>
                <Link
                  to="/sites"
                  params={{ ...params, site: site.id }}
                  aria-current={site.id === chosen || undefined}
                  data-item
                >
                  {site.name}
                </Link>
              </td>
              <td>{kindName(site)}</td>
              <td>{operatorName(watch, site)}</td>
              <td>{site.status}</td>
              <td>{site.coordinates}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
