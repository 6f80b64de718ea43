import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./tokens.css";
import "./base.css";
import "./range.css";
import { AskFailed } from "./api/ask.ts";
import { SESSION, wantsSignIn } from "./api/session.ts";
import { App } from "./app.tsx";

/** A refusal is final; a server that does not answer is asked once more. */
const retry = (failures: number, error: Error) =>
  failures < 1 && error instanceof AskFailed && error.code === "unreachable";

/** A session that ended meanwhile is noticed by whatever is asked next. */
const onError = (error: Error, { queryKey }: { readonly queryKey?: readonly unknown[] } = {}) => {
  if (wantsSignIn(error) && queryKey?.[0] !== SESSION[0])
    void client.invalidateQueries({ queryKey: SESSION });
};

const client = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError: (error) => onError(error) }),
  defaultOptions: { queries: { retry, retryDelay: 1000, staleTime: 60_000 } },
});

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
