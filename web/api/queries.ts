import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useAddress } from "../address/use-address.ts";
import { type Asking, ask } from "./ask.ts";

/** Every question is asked for the day in the address; `null` is today. */
function useAsOf() {
  return useAddress().asOf;
}

/** The watch itself hardly changes: asked once a session. */
export function useWatch() {
  return useQuery({
    queryKey: ["watch"],
    queryFn: ({ signal }) => ask("GET /api/watch", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The last answer stays, marked stale, while another day is being computed. */
export function useAssessment() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["assessment", asOf],
    queryFn: ({ signal }) => ask("GET /api/assessment", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

export type ObservationFilter = NonNullable<Asking["params"]>;

export function useObservations(filter: ObservationFilter) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["observations", asOf, filter],
    queryFn: ({ signal }) => ask("GET /api/observations", { params: { ...filter, asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Nothing is asked while there is no id. */
export function useObservation(id: string | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["observation", asOf, id],
    enabled: id !== null,
    queryFn: ({ signal }) =>
      ask("GET /api/observations/:id", { path: { id: id! }, params: { asOf }, signal }),
  });
}

export function useExplain(scenario: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["explain", asOf, scenario],
    queryFn: ({ signal }) => ask("GET /api/explain", { params: { scenario, asOf }, signal }),
  });
}

export function useRequirements(scenario: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["requirements", asOf, scenario],
    queryFn: ({ signal }) => ask("GET /api/requirements", { params: { scenario, asOf }, signal }),
  });
}

export function useCollectionPlan() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["collection-plan", asOf],
    queryFn: ({ signal }) => ask("GET /api/collection-plan", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useOutlook() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["outlook", asOf],
    queryFn: ({ signal }) => ask("GET /api/outlook", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function usePartnership() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["partnership", asOf],
    queryFn: ({ signal }) => ask("GET /api/partnership", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useExposure() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["exposure", asOf],
    queryFn: ({ signal }) => ask("GET /api/exposure", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useTimeline() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["timeline", asOf],
    queryFn: ({ signal }) => ask("GET /api/timeline", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useAlignment() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["alignment", asOf],
    queryFn: ({ signal }) => ask("GET /api/alignment", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useLaw() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["law", asOf],
    queryFn: ({ signal }) => ask("GET /api/law", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useReactions() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["reactions", asOf],
    queryFn: ({ signal }) => ask("GET /api/reactions", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useWarnings() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["warnings", asOf],
    queryFn: ({ signal }) => ask("GET /api/warnings", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useBrief() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["brief", asOf],
    queryFn: ({ signal }) => ask("GET /api/brief", { params: { asOf, format: "json" }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** A catalogue is large: it is kept until the day changes. */
export function useOrbits() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["orbits", asOf],
    queryFn: ({ signal }) => ask("GET /api/orbits", { params: { asOf }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useOrbit(id: number) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["orbit", asOf, id],
    queryFn: ({ signal }) =>
      ask("GET /api/orbits/:id", { path: { id: String(id) }, params: { asOf }, signal }),
  });
}

/** What the watched satellites did that is unusual. */
export function useBehaviour() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["behaviour", asOf],
    queryFn: ({ signal }) => ask("GET /api/behaviour", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useBelt() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["belt", asOf],
    queryFn: ({ signal }) => ask("GET /api/belt", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What some objects come close to in the week from the day on: screening takes seconds, and is kept. */
export function useApproaches(ids: readonly number[]) {
  const asOf = useAsOf();
  const objects = ids.join(",");
  return useQuery({
    queryKey: ["approaches", asOf, objects],
    queryFn: ({ signal }) =>
      ask("GET /api/approaches", { params: { asOf, objects, days: "7", km: "10" }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The sites are part of the watch; where they are may have been confirmed by the day. */
export function useSites() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["sites", asOf],
    queryFn: ({ signal }) => ask("GET /api/sites", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** How the sources fare changes by the minute while they are asked. */
export function useSources() {
  return useQuery({
    queryKey: ["sources"],
    queryFn: ({ signal }) => ask("GET /api/sources", { signal }),
    refetchInterval: 60_000,
  });
}

/** How reliable each source has been, by what became of its claims. */
export function useSourcesLedger() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["sources-ledger", asOf],
    queryFn: ({ signal }) => ask("GET /api/sources/ledger", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** From the day on, unless another span is asked for. */
export function useSitePasses(id: string, span: { readonly from?: string; readonly days?: string } = {}) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["site-passes", asOf, id, span],
    queryFn: ({ signal }) =>
      ask("GET /api/sites/:id/passes", { path: { id }, params: { asOf, ...span }, signal }),
  });
}

/** What pictures of a site came to, and what else is known of it. */
export function useSitePictures(id: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["site-pictures", asOf, id],
    queryFn: ({ signal }) => ask("GET /api/sites/:id/pictures", { path: { id }, params: { asOf }, signal }),
  });
}

export function useScoreboard() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["scoreboard", asOf],
    queryFn: ({ signal }) => ask("GET /api/scoreboard", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What was read in texts, waiting for an analyst or decided on. */
export function useReports(state: "waiting" | "decided") {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["reports", asOf, state],
    queryFn: ({ signal }) => ask("GET /api/reports", { params: { asOf, state }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Decides on a report: what an accepted one is entered as may move everything that is shown. */
export function useReview(report: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => ask("POST /api/reports/:id/review", { path: { id: report }, body }),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** What a model said of sentences that were not coded. */
export function useOpinions(state: "waiting" | "decided") {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["opinions", asOf, state],
    queryFn: ({ signal }) => ask("GET /api/opinions", { params: { asOf, state }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Decides on an opinion: a sentence that is entered may move everything that is shown. */
export function useOpinionDecision(opinion: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => ask("POST /api/opinions/:id/decide", { path: { id: opinion }, body }),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** What outside monitors handed in, waiting for an analyst or decided on. */
export function useContributions() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["contributions", asOf],
    queryFn: ({ signal }) => ask("GET /api/contributions", { params: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Hands in what was seen; the queue is asked anew. */
export function useContribute() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => ask("POST /api/contributions", { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contributions"] }),
  });
}

/** Decides on a contribution: what an accepted one is entered as may move everything that is shown. */
export function useVetting(contribution: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) =>
      ask("POST /api/contributions/:id/vet", { path: { id: contribution }, body }),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Says that a warning was read; the list of warnings is asked anew. */
export function useAcknowledge(warning: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { by: string; note: string }) =>
      ask("POST /api/warnings/:id/acknowledge", { path: { id: warning }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["warnings"] }),
  });
}
