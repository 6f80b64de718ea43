import type { KnownSite } from "#model/site-check.ts";
import type { WatchReply } from "../../src/api/contract.ts";
import { operatorBloc, operatorName } from "./operator.ts";

/** How the list of sites is narrowed, as it stands in the address; what is left out narrows nothing. */
export interface SiteFilter {
  /** Words in a site's name, its operator's or what is told of it. */
  readonly q?: string;
  /** A bloc of the watch; empty for operators of none. */
  readonly bloc?: string;
  readonly kind?: string;
  readonly told?: "known" | "suspected";
  readonly coordinates?: KnownSite["coordinates"];
}

/** The sites that meet all of a filter, in their order. */
export function filterSites(
  watch: Pick<WatchReply, "actors">,
  sites: readonly KnownSite[],
  { q = "", bloc, kind, told, coordinates }: SiteFilter,
): KnownSite[] {
  const words = plain(q).split(/\s+/).filter(Boolean);
  return sites.filter((site) => {
    const text = plain([site.id, site.name, operatorName(watch, site), site.known, site.suspected].join(" "));
    return (
      words.every((word) => text.includes(word)) &&
      (bloc === undefined || (operatorBloc(watch, site) ?? "") === bloc) &&
      (kind === undefined || site.kind === kind) &&
      (told === undefined || site[told] !== "") &&
      (coordinates === undefined || site.coordinates === coordinates)
    );
  });
}

/** Lower case without accents: `malargue` finds Malargüe. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
