import { requestsOf } from "#store/index.ts";
import type { NetworkSource } from "../collect/network-source.ts";
import { catalogueSource } from "../collect/sources/catalogue-source.ts";
import { sourcesOf } from "../collect/sources/network-sources.ts";
import type { World } from "../world.ts";
import { collectFolder } from "./collect-folder.ts";
import type { Collected } from "./collected.ts";
import { type Asker, exchange, type Exchanged } from "./exchange.ts";
import { keepContent, type KeptContent } from "./keep-reply.ts";
import { memoryOf } from "./memory-of-source.ts";
import type { Network } from "./network.ts";
import { readPages } from "./read-pages.ts";

/** Reads the watched folder, and asks every source that is switched on and may be asked now. Failures of a source are its outcome. */
export async function collectFromSources(world: World): Promise<readonly Collected[]> {
  const { network, folder } = world;
  const collected = folder === undefined ? [] : await collectFolder(world, folder);
  if (network === undefined) return collected;
  const sources = network.sources.map((id) => sourceNamed(world, id));
  return [...collected, ...(await collectFromEach(world, network, sources))];
}

/** Asks each of the sources that may be asked now, one after another. */
export async function collectFromEach(
  world: World,
  network: Network,
  sources: readonly NetworkSource[],
): Promise<readonly Collected[]> {
  const collected: Collected[] = [];
  for (const source of sources) {
    if (network.stopped?.aborted) break;
    collected.push(await collectFrom(world, network, source));
  }
  return collected;
}

/** RangeError when there is no such source. */
export function sourceNamed({ watch, network }: Pick<World, "watch" | "network">, id: string): NetworkSource {
  const sources = [...(network?.named ?? []), ...sourcesOf(watch.sources)];
  const source = sources.find((one) => one.id === id);
  if (source) return source;
  const row = watch.sources.find((one) => one.id === id);
  const listed = row && catalogueSource(row);
  if (listed && "why" in listed) throw new RangeError(`${id} cannot be asked: ${listed.why}`);
  throw new RangeError(`no source "${id}"; "tocsin sources" lists those there are`);
}

async function collectFrom(world: World, network: Network, source: NetworkSource): Promise<Collected> {
  const account = network.accounts[source.id];
  if (source.needsAccount && !account) {
    return { source: source.id, outcome: "failed", fault: "needs an account: see docs/collecting.md" };
  }
  const asker = {
    ...{ world, network, source },
    askedAs: source.id,
    asked: await requestsOf(world.store, source.id),
  };
  const memory = await memoryOf(world.store, source.id);
  const base = network.base ?? new URL(source.base);
  const question = source.ask(base, account ?? { identity: "", password: "" }, memory);
  const { collected, isReached } = await followAll(asker, question, memory);
  const isNamed = network.named.includes(source);
  const mostPages = Math.min(source.mostPages ?? 0, network.mostPages ?? (isNamed ? 0 : Infinity));
  if (!isReached || mostPages === 0) return collected;
  return { ...collected, pages: await readPages(world, network, source, mostPages) };
}

type Question = ReturnType<NetworkSource["ask"]>;
type Memory = Parameters<NetworkSource["ask"]>[2];

/**
 * Asks, and asks on as far as the replies lead and the source bears. One address that fails leaves the others to be
 * asked, unless it is their host that fails. `isReached` says whether its host had something to say.
 */
async function followAll(
  asker: Asker,
  first: Question,
  memory: Memory,
): Promise<{ readonly collected: Collected; readonly isReached: boolean }> {
  const { world, source, network } = asker;
  const [asked, failing] = [new Set<string>(), new Set<string>()];
  const queue = [first];
  let collected: Collected = { source: source.id, outcome: "unchanged" };
  for (let requests = 0; requests <= (source.mostFollowed ?? 0); requests++) {
    const question = queue.find(({ url }) => !asked.has(url.href) && !failing.has(url.host));
    const isFollowing = requests > 0;
    if (question === undefined || (isFollowing && network.stopped?.aborted)) break;
    asked.add(question.url.href);
    const exchanged = await exchange(asker, question, { isFollowing }, (capture, url) =>
      keepContent(world, source, capture, {
        ...{ url, memory, md5: question.md5 },
        step: question.step ?? "",
        language: source.language ?? "",
      }),
    );
    collected = withExchange(collected, exchanged, isFollowing ? `${shortened(question.url)}: ` : "");
    if (exchanged.outcome === "kept") queue.push(...(exchanged.kept.follow ?? []));
    if (exchanged.outcome === "failed" && !exchanged.isOfAddress) failing.add(question.url.host);
    if (exchanged.outcome === "waiting") break;
  }
  const { outcome, added } = collected;
  const isKept = outcome === "kept" || added !== undefined;
  return { collected, isReached: outcome === "unchanged" || (isKept && failing.size === 0) };
}

/** What came of a source so far and of one request more: of failures the first is told, with what was kept. */
function withExchange(sofar: Collected, exchanged: Exchanged<KeptContent>, where: string): Collected {
  switch (exchanged.outcome) {
    case "kept":
      return {
        ...{ ...sofar, ...sumOf(sofar, exchanged.kept) },
        outcome: sofar.outcome === "failed" ? "failed" : "kept",
      };
    case "unchanged":
      return sofar;
    case "waiting":
      if (sofar.outcome === "failed") return sofar;
      return {
        ...{ ...sofar, notBefore: exchanged.notBefore },
        outcome: sofar.outcome === "kept" ? "kept" : "waiting",
      };
    case "failed":
      if (sofar.outcome === "failed") return sofar;
      return {
        ...{ ...sofar, outcome: "failed", notBefore: exchanged.notBefore },
        fault: `${where}${exchanged.fault}`,
      };
  }
}

/** An address as a line of text bears it. */
function shortened({ href }: URL): string {
  return href.length > 200 ? `${href.slice(0, 200)}…` : href;
}

function sumOf(counts: Collected, kept: KeptContent): Partial<Collected> {
  const add = (name: "added" | "duplicate" | "rejected") => (counts[name] ?? 0) + kept[name];
  return {
    ...{ added: add("added"), duplicate: add("duplicate"), rejected: add("rejected") },
    ...(kept.corrected !== undefined && { corrected: (counts.corrected ?? 0) + kept.corrected }),
  };
}
