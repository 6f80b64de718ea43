import type { Reject } from "#model/capture.ts";
import type { ReplyToRead } from "../network-source.ts";

/** The records of a reply that were left unread, as one reject; none where all were read. */
export function unreadRecords({ capture }: ReplyToRead, most: number, there: number): Reject[] {
  if (there <= most) return [];
  const wrong = Number.isFinite(there) ? `${there} records` : "more records than are read";
  return [{ capture, line: most + 1, column: 1, wrong, right: `expected ${most} at most`, text: "" }];
}
