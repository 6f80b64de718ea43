import { createHash } from "node:crypto";
import type { Capture } from "#model/capture.ts";
import type { RecordedContribution, Vetting } from "#model/contribution.ts";
import type { SourceDocument } from "#model/source-document.ts";
import { addDocuments, appendVetting, contributions } from "#store/index.ts";
import type { World } from "./cycle.ts";

/**
 * Writes down what a person decided on a contribution, by its id or an unambiguous beginning of it. One that is
 * accepted leaves quarantine as a document of its contributor; null where there is none.
 */
export async function vetContribution(
  world: World,
  id: string,
  decided: Omit<Vetting, "at">,
): Promise<RecordedContribution | null> {
  const found = (await contributions(world.store)).filter((one) => one.id.startsWith(id));
  const [recorded] = found;
  if (recorded === undefined || found.length > 1 || id === "") return null;
  const vetting = { ...decided, at: world.now() };
  if (vetting.decision === "accepted") await keepAsDocument(world, recorded, vetting.at);
  await appendVetting(world.store, recorded.id, vetting);
  return { ...recorded, vetting };
}

async function keepAsDocument({ store }: World, recorded: RecordedContribution, recordedAt: string) {
  const { id, contribution, receivedAt } = recorded;
  const bytes = new TextEncoder().encode(JSON.stringify(contribution));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const origin = `contribution/${contribution.contributor}`;
  const url = contribution.url || `contribution:${id}`;
  const capture: Capture = {
    ...{
      sha256,
      source: origin,
      url,
      fetchedAt: receivedAt,
      mediaType: "application/json",
      headers: {},
      bytes,
    },
  };
  const document: SourceDocument = {
    ...{ id: `${origin}/${id}`, source: origin, form: "entry", kind: "contribution", url, canonical: url },
    ...{ title: contribution.title, text: contribution.text, authors: [contribution.contributor] },
    ...{ published: null, language: "", capture: sha256, locator: { type: "page" }, fetchedAt: receivedAt },
    attributes: { marking: contribution.marking },
  };
  await addDocuments(store, { origin, capture, documents: [document], rejects: [], recordedAt });
}

/** How a contributor has fared: what of theirs was accepted, rejected, and waits. */
export interface ContributorRecord {
  readonly contributor: string;
  readonly accepted: number;
  readonly rejected: number;
  readonly waiting: number;
}

/** The ledger of contributors, by name. */
export function contributorLedger(recorded: readonly RecordedContribution[]): ContributorRecord[] {
  const by = Map.groupBy(recorded, ({ contribution }) => contribution.contributor);
  return [...by]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([contributor, theirs]) => {
      const count = (decision: Vetting["decision"] | undefined) =>
        theirs.filter(({ vetting }) => vetting?.decision === decision).length;
      return {
        ...{ contributor, accepted: count("accepted"), rejected: count("rejected") },
        waiting: count(undefined),
      };
    });
}
