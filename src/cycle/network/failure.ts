import { later } from "#model/moment.ts";
import { InputError, OutsideFailed } from "#model/input-error.ts";
import { readDate } from "#science/text/index.ts";
import type { Asked, Reply } from "#store/index.ts";
import { pauseMs } from "../collect/network-source.ts";
import { oneLine, SourceRefused } from "./ask-source.ts";

/** The host's robots.txt forbids what was to be asked. */
export class RobotsForbid extends OutsideFailed {
  override readonly name = "OutsideFailed";
}

/** What has to be known to say how long a failure keeps a source quiet. */
export interface FailureContext {
  readonly at: string;
  readonly random: number;
  readonly asked: readonly Asked[];
  readonly signal: AbortSignal;
  readonly patienceMs: number;
}

/** A failure as the reply it is written down as: what failed, in one line, and until when the source rests. */
export function failedReply(
  error: unknown,
  { at, random, asked, signal, patienceMs }: FailureContext,
): Reply {
  const answered = asked.findLastIndex(({ reply }) => isAnswer(reply));
  const failures = asked.slice(answered + 1).filter(({ reply }) => reply?.outcome === "failed").length + 1;
  const pause = Math.max(pauseMs(failures, isRefusal(error), random), retryAfterMs(error, at));
  const fault = signal.aborted ? `no whole reply within ${patienceMs / 1000} s` : faultOf(error);
  const notBefore = later(at, Math.min(pause, LONGEST_REST_MS));
  return { at, outcome: "failed", fault, notBefore };
}

/** Whatever a host asks for, a source is tried again within a month. */
const LONGEST_REST_MS = 31 * 86_400_000;

/** Whether the source was reached and had what was asked for, new or not. */
export function isAnswer(reply: Reply | null): reply is Reply {
  return reply?.outcome === "kept" || reply?.outcome === "unchanged";
}

/** For a person to look at; a host that is asked too often says when it has had enough rest. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof RobotsForbid) return true;
  return error instanceof SourceRefused && error.status < 500 && error.status !== 429;
}

function retryAfterMs(error: unknown, now: string): number {
  const said = error instanceof SourceRefused ? (error.retryAfter ?? "") : "";
  // The platform takes a date without a zone (asctime) for one of this machine's; HTTP means that of Greenwich.
  const date = Date.parse(readDate(said)?.time ?? "");
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : date - Date.parse(now);
  return Number.isFinite(ms) ? ms : 0;
}

/** What failed, in one line. Whatever is no failure of the outside is a fault of ours and goes on up. */
function faultOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  if (!(error instanceof Error)) throw error;
  const isOutside = error instanceof OutsideFailed || "code" in error || error instanceof TypeError;
  if (!isOutside) throw error;
  // Node says no more than this of a reply that breaks off.
  if (error.message === "aborted") return "the reply broke off before its end";
  return oneLine(error.message === "" ? String("code" in error ? error.code : error.name) : error.message);
}
