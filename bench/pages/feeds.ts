import { readFileSync } from "node:fs";
import { readFeed } from "#science/text/index.ts";
import { Parser } from "htmlparser2";
import type { BenchRow } from "../bench-row.ts";
import { feedCase, outcomeOf, type FeedCase } from "./feed-expectations.ts";
import { isHeldOut } from "./held-out.ts";
import { perSecond } from "./per-second.ts";
import { shareWithInterval } from "./share.ts";
import { tarEntries } from "./tar-entries.ts";

const SUITE = "../shared/data/text/feeds/feedparser_tests.tar.gz";

/** Feeds of feedparser's suite against what their own comments expect; the broken and the oddly encoded apart. */
export function benchFeeds(): BenchRow[] {
  const cases = [...tarEntries(readFileSync(SUITE))]
    .map(({ name, bytes }) => feedCase(name.replace(/^\.\//, ""), bytes))
    .filter(({ name }) => /\.(xml|json)$/.test(name));
  const isOdd = ({ name }: FeedCase) => /^(encoding|illformed)\//.test(name);
  return [
    right("broken or oddly encoded feeds", cases.filter(isOdd), true, "≥ 97/101"),
    right(
      "… the half held out",
      cases.filter((one) => isOdd(one) && isHeldOut(one.name)),
      true,
    ),
    right(
      "feeds whose comment names a text, link or date",
      cases.filter((one) => !isOdd(one)),
      false,
    ),
    right(
      "… the half held out",
      cases.filter((one) => !isOdd(one) && isHeldOut(one.name)),
      false,
    ),
    speed(),
  ];
}

/** `all`: a feed of which nothing is expected but to be read counts as right when it is. */
function right(name: string, cases: readonly FeedCase[], all: boolean, target?: string): BenchRow {
  const outcomes = cases
    .map((one) => outcomeOf(one).outcome)
    .filter((outcome) => all || outcome !== "unsaid");
  const figure = shareWithInterval(outcomes.filter((outcome) => outcome !== "wrong").length, outcomes.length);
  return { name, figure, ...(target === undefined ? {} : { target }) };
}

function speed(): BenchRow {
  const item =
    "<item><title>Station &amp; Moon</title><link>https://example.org/1</link><pubDate>Tue, 09 Mar 2021 10:30:00 +0300</pubDate><description>&lt;p&gt;Two agencies signed an agreement on a station.&lt;/p&gt;</description></item>";
  const text = `<rss version="2.0"><channel>${item.repeat(1000)}</channel></rss>`;
  const bytes = new TextEncoder().encode(text);
  const ours = perSecond(() => readFeed(bytes)) * 1000;
  const peer = perSecond(() => new Parser({}, { xmlMode: true }).end(text)) * 1000;
  return {
    name: "feed entries/s of processor time",
    figure: ours.toFixed(0),
    peer: `${peer.toFixed(0)} htmlparser2 alone, no tree`,
    ratio: (ours / peer).toFixed(2),
  };
}
