import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AskFailed } from "../api/ask.ts";
import { Pending } from "./pending.tsx";
import "./loaded.css";

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly lines?: number;
  /** Why the first answer takes longer than a second. */
  readonly why?: string;
  readonly children: (data: T) => ReactNode;
}

/** A reply in each of its states: coming, there, stale, refused. */
export function Loaded<T>({ query, lines = 3, why, children }: LoadedProps<T>) {
  const { data, error, isPlaceholderData, dataUpdatedAt } = query;
  if (data === undefined) {
    return error ? (
      <Failure error={error} onRetry={() => void query.refetch()} />
    ) : (
      <Pending lines={lines} why={why} />
    );
  }
  return (
    <>
      {error && <Stale since={dataUpdatedAt} onRetry={() => void query.refetch()} />}
      <div className="loaded" data-stale={isPlaceholderData || undefined} aria-busy={isPlaceholderData}>
        {children(data)}
      </div>
    </>
  );
}

/** What went wrong, and what the reader can do about it. */
function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const unreachable = error instanceof AskFailed && error.code === "unreachable";
  return (
    <div className="failure" role="alert">
      <p>
        <strong>{error.message}</strong>
      </p>
      <p className="quiet">
        {unreachable
          ? "Check that “tocsin run” is still running on this machine, then try again."
          : "Choose another day or go back; if it stays, the server's own output says more."}
      </p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}

function Stale({ since, onRetry }: { readonly since: number; readonly onRetry: () => void }) {
  return (
    <p className="stale" role="status">
      The server did not answer; shown as of {new Date(since).toISOString().slice(11, 16)} UTC.{" "}
      <button type="button" className="text-button" onClick={onRetry}>
        Try again
      </button>
    </p>
  );
}
