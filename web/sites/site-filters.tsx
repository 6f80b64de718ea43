import type { ReactNode } from "react";
import { COORDINATES, type KnownSite } from "#model/site-check.ts";
import type { WatchReply } from "../../src/api/contract.ts";
import { go, presentAddress } from "../address/use-address.ts";
import { blocName } from "../words/bloc.ts";
import { count } from "../words/dates.ts";
import type { SiteFilter } from "./filter-sites.ts";
import { kindName, operatorBloc } from "./operator.ts";
import "./site-filters.css";

interface SiteFiltersProps {
  readonly watch: WatchReply;
  readonly sites: readonly KnownSite[];
  readonly filter: SiteFilter;
  readonly shown: number;
}

/** Ways to narrow map and list together; they stand in the address, so that a choice can be shared. */
export function SiteFilters({ watch, sites, filter, shown }: SiteFiltersProps) {
  const blocs = unique(sites.map((site) => operatorBloc(watch, site) ?? ""));
  const kinds = unique(sites.map(({ kind }) => kind)).sort();
  return (
    <form
      className="site-filters"
      role="search"
      aria-label="Sites"
      onSubmit={(event) => event.preventDefault()}
    >
      <label>
        <span className="label">Words</span>
        <input
          className="field"
          type="search"
          value={filter.q ?? ""}
          onChange={(event) => narrow("q", event.currentTarget.value || undefined)}
        />
      </label>
      <OneOf name="bloc" label="Run by" chosen={filter.bloc} values={blocs}>
        {(bloc) => blocName(watch, bloc || null)}
      </OneOf>
      <OneOf name="kind" label="Kind" chosen={filter.kind} values={kinds}>
        {(kind) => kindName({ kind })}
      </OneOf>
      <OneOf name="told" label="Told" chosen={filter.told} values={["known", "suspected"]}>
        {(told) => (told === "known" ? "something known" : "something suspected")}
      </OneOf>
      <OneOf name="coordinates" label="Coordinates" chosen={filter.coordinates} values={COORDINATES}>
        {(standing) => standing}
      </OneOf>
      <p className="quiet" role="status">
        {shown === sites.length ? count(shown, "site") : `${shown} of ${count(sites.length, "site")}`}
      </p>
    </form>
  );
}

interface OneOfProps {
  readonly name: keyof SiteFilter;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly values: readonly string[];
  readonly children: (value: string) => ReactNode;
}

/** Any, or one; the position stands for the value, since a bloc may be the empty text. */
function OneOf({ name, label, chosen, values, children }: OneOfProps) {
  return (
    <label>
      <span className="label">{label}</span>
      <select
        className="field"
        value={chosen === undefined ? -1 : values.indexOf(chosen)}
        onChange={(event) => narrow(name, values[Number(event.currentTarget.value)])}
      >
        <option value={-1}>any</option>
        {values.map((value, i) => (
          <option key={value} value={i}>
            {children(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

function narrow(name: keyof SiteFilter, value: string | undefined) {
  const { [name]: _former, ...rest } = presentAddress().params;
  go({ params: value === undefined ? rest : { ...rest, [name]: value } }, { replace: true });
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
