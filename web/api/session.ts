import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { mayActAs, type Role } from "#model/account.ts";
import { ask, AskFailed } from "./ask.ts";

/** Where the answer is kept. */
export const SESSION = ["session"];

/** Who is asking; refused where they have to say so first. */
export function useSession() {
  return useQuery({
    queryKey: SESSION,
    queryFn: ({ signal }) => ask("GET /api/session", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Whether whoever asks may do what needs that role; where nobody has to say who they are, everybody may. */
export function useMayActAs(needed: Role): boolean {
  const account = useSession().data?.account ?? null;
  return account === null || mayActAs(account, needed);
}

/** Whether the server wants to know who is asking. */
export function wantsSignIn(error: unknown): boolean {
  return error instanceof AskFailed && error.code === "sign-in";
}

/** Signs in; everything is asked anew. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { account: string; password: string }) => ask("POST /api/session", { body }),
    onSuccess: () => client.resetQueries(),
  });
}

/** Signs out; nothing that was shown is kept. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask("POST /api/session/end", { body: {} }),
    onSettled: () => client.resetQueries(),
  });
}
