import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./tokens.css";
import "./base.css";
import "./range.css";
import { AskFailed } from "./api/ask.ts";
import { App } from "./app.tsx";

/** A refusal is final; a server that does not answer is asked once more. */
const retry = (failures: number, error: Error) =>
  failures < 1 && error instanceof AskFailed && error.code === "unreachable";

const client = new QueryClient({
  defaultOptions: { queries: { retry, retryDelay: 1000, staleTime: 60_000 } },
});

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
