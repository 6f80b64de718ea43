import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Routes } from "../../src/api/contract.ts";
import { useAddress } from "../address/use-address.ts";
import { type Asking, ask } from "./ask.ts";

type Reads = Extract<keyof Routes, `GET ${string}`>;
type Asked = Pick<Asking, "path" | "params">;

/** Whether it is asked at all, how long an answer holds, and what stands in for it meanwhile. */
interface Keeping {
  readonly staleTime?: number;
  readonly enabled?: boolean;
  readonly retry?: boolean;
  readonly placeholderData?: typeof keepPreviousData;
}

/** A question of its own for the day in the address; `null` is today. */
function useForDay<R extends Reads>(route: R, asked: Asked = {}, keeping: Keeping = {}) {
  const { asOf } = useAddress();
  return useQuery({
    queryKey: [route, asOf, asked],
    queryFn: ({ signal }) => ask(route, { ...asked, params: { ...asked.params, asOf }, signal }),
    ...keeping,
  });
}

/** The same, where the last answer stays, marked stale, while another day is being computed. */
const useAsTimeMoves = <R extends Reads>(route: R, asked: Asked = {}, keeping: Keeping = {}) =>
  useForDay(route, asked, { placeholderData: keepPreviousData, ...keeping });

/** The watch itself hardly changes: asked once a session. */
export function useWatch() {
  return useQuery({
    queryKey: ["GET /api/watch"],
    queryFn: ({ signal }) => ask("GET /api/watch", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** How the sources fare changes by the minute while they are asked. */
export function useSources() {
  return useQuery({
    queryKey: ["GET /api/sources"],
    queryFn: ({ signal }) => ask("GET /api/sources", { signal }),
    refetchInterval: 60_000,
  });
}

export type ObservationFilter = NonNullable<Asking["params"]>;

export const useObservations = (params: ObservationFilter) =>
  useAsTimeMoves("GET /api/observations", { params });

/** Nothing is asked while there is no id. */
export const useObservation = (id: string | null) =>
  useForDay("GET /api/observations/:id", { path: { id: id ?? "" } }, { enabled: id !== null });

export const useAssessment = () => useAsTimeMoves("GET /api/assessment");

/** Nothing is asked while no scenario is named. */
export const useExplain = (scenario: string | null) =>
  useForDay("GET /api/explain", { params: { scenario: scenario ?? "" } }, { enabled: scenario !== null });

export const useRequirements = (scenario: string) =>
  useForDay("GET /api/requirements", { params: { scenario } });

export const useCollectionPlan = () => useAsTimeMoves("GET /api/collection-plan");

export const useOutlook = () => useAsTimeMoves("GET /api/outlook");

export const usePartnership = () => useAsTimeMoves("GET /api/partnership");

export const useActivity = () => useAsTimeMoves("GET /api/activity");

export const useExposure = () => useAsTimeMoves("GET /api/exposure");

export const useTimeline = () => useAsTimeMoves("GET /api/timeline", {}, { retry: false });

export const useAlignment = () => useAsTimeMoves("GET /api/alignment");

export const useLaw = () => useAsTimeMoves("GET /api/law");

export const useReactions = () => useAsTimeMoves("GET /api/reactions");

export const useWarnings = () => useAsTimeMoves("GET /api/warnings");

export const useBrief = () => useAsTimeMoves("GET /api/brief", { params: { format: "json" } });

export const useScoreboard = () => useAsTimeMoves("GET /api/scoreboard");

/** A catalogue is large: it is kept until the day changes. */
export const useOrbits = () => useForDay("GET /api/orbits", {}, { staleTime: Number.POSITIVE_INFINITY });

export const useOrbit = (id: number) => useForDay("GET /api/orbits/:id", { path: { id: String(id) } });

/** What the watched satellites did that is unusual. */
export const useBehaviour = () => useAsTimeMoves("GET /api/behaviour");

export const useBelt = () => useAsTimeMoves("GET /api/belt");

/** What some objects come close to in the week from the day on: screening takes seconds, and is kept. */
export const useApproaches = (ids: readonly number[]) =>
  useForDay(
    "GET /api/approaches",
    { params: { objects: ids.join(","), days: "7", km: "10" } },
    { staleTime: Number.POSITIVE_INFINITY },
  );

/** The sites are part of the watch; where they are may have been confirmed by the day. */
export const useSites = () => useAsTimeMoves("GET /api/sites");

/** From the day on, unless another span is asked for. */
export const useSitePasses = (id: string, span: { readonly from?: string; readonly days?: string } = {}) =>
  useForDay("GET /api/sites/:id/passes", { path: { id }, params: span });

/** What pictures of a site came to, and what else is known of it. */
export const useSitePictures = (id: string) => useForDay("GET /api/sites/:id/pictures", { path: { id } });

/** How reliable each source has been, by what became of its claims. */
export const useSourcesLedger = () => useAsTimeMoves("GET /api/sources/ledger");

/** What was read in texts, waiting for an analyst or decided on. */
export const useReports = (state: "waiting" | "decided") =>
  useAsTimeMoves("GET /api/reports", { params: { state } });

/** What a model said of sentences that were not coded. */
export const useOpinions = (state: "waiting" | "decided") =>
  useAsTimeMoves("GET /api/opinions", { params: { state } });

/** What outside monitors handed in, waiting for an analyst or decided on. */
export const useContributions = () => useAsTimeMoves("GET /api/contributions");
