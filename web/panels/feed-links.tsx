import { addressOf } from "../api/ask.ts";

/** Where a feed reader finds what the page tells. */
export function FeedLinks({ of }: { of: "warnings" | "briefs" }) {
  return (
    <p className="row small">
      Subscribe
      <a href={addressOf(`GET /feeds/${of}.atom`, {})}>Atom</a>
      <a href={addressOf(`GET /feeds/${of}.json`, {})}>JSON Feed</a>
    </p>
  );
}
