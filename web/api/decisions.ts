import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Routes } from "../../src/api/contract.ts";
import { ask } from "./ask.ts";

type Writes = Extract<keyof Routes, `POST ${string}`>;

/** Tells the server something; what it may have moved is asked anew, everything where no route is named. */
function useTelling<R extends Writes>(
  route: R,
  path: Readonly<Record<string, string>>,
  moved?: keyof Routes,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => ask(route, { path, body }),
    onSuccess: () => client.invalidateQueries(moved === undefined ? {} : { queryKey: [moved] }),
  });
}

/** Decides on a report: what an accepted one is entered as may move everything that is shown. */
export const useReview = (id: string) => useTelling("POST /api/reports/:id/review", { id });

/** Decides on an opinion: a sentence that is entered may move everything that is shown. */
export const useOpinionDecision = (id: string) => useTelling("POST /api/opinions/:id/decide", { id });

/** Decides on a contribution: what an accepted one is entered as may move everything that is shown. */
export const useVetting = (id: string) => useTelling("POST /api/contributions/:id/vet", { id });

/** Hands in what was seen; the queue is asked anew. */
export const useContribute = () => useTelling("POST /api/contributions", {}, "GET /api/contributions");

/** Says that a warning was read; the list of warnings is asked anew. */
export const useAcknowledge = (id: string) =>
  useTelling("POST /api/warnings/:id/acknowledge", { id }, "GET /api/warnings");
