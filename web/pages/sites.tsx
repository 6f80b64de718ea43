import { useMemo } from "react";
import type { SitesReply, WatchReply } from "../../src/api/contract.ts";
import { go, presentAddress, useAddress } from "../address/use-address.ts";
import { useSites, useWatch } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import { Pending } from "../panels/pending.tsx";
import { filterSites } from "../sites/filter-sites.ts";
import { SiteFacts } from "../sites/site-facts.tsx";
import { SiteFilters } from "../sites/site-filters.tsx";
import { SiteLooksPanel } from "../sites/site-looks-panel.tsx";
import { SiteMap } from "../sites/site-map.tsx";
import { SitePicturesPanel } from "../sites/site-pictures-panel.tsx";
import { SiteTable } from "../sites/site-table.tsx";

/** The places on the ground that are watched, and who could image one of them when. */
export function SitesPage() {
  const { data: watch } = useWatch();
  return (
    <Loaded query={useSites()} lines={12}>
      {(reply) => (watch ? <Sites watch={watch} reply={reply} /> : <Pending />)}
    </Loaded>
  );
}

function Sites({ watch, reply: { sites } }: { readonly watch: WatchReply; readonly reply: SitesReply }) {
  const { params } = useAddress();
  const { site: chosen, ...filter } = params;
  const site = sites.find(({ id }) => id === chosen) ?? sites[0];
  const shown = useMemo(() => filterSites(watch, sites, params), [watch, sites, params]);
  if (!site) return <NoSites />;
  return (
    <>
      <section className="panel stack">
        <h2>Where they are</h2>
        <SiteFilters watch={watch} sites={sites} filter={filter} shown={shown.length} />
        <SiteMap watch={watch} sites={sites} shown={shown} onOpen={choose} />
        <SiteTable watch={watch} sites={shown} chosen={site.id} />
      </section>
      <section className="panel stack">
        <SiteFacts watch={watch} site={site} />
        <SitePicturesPanel key={`${site.id} pictures`} site={site} />
        <SiteLooksPanel key={site.id} watch={watch} site={site} />
      </section>
    </>
  );
}

function choose(id: string): void {
  go({ params: { ...presentAddress().params, site: id } });
}

function NoSites() {
  return (
    <section className="panel stack">
      <h2>This watch names no sites</h2>
      <p>
        Put places on the ground into <code>sites.csv</code>, and the satellites that may look at them into{" "}
        <code>imagers.csv</code>, in the folder of the watch.
      </p>
    </section>
  );
}
