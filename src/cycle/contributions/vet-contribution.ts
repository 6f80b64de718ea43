import { createHash } from "node:crypto";
import type { Capture } from "#model/capture.ts";
import type { ContributedEntry, RecordedContribution, Vetting } from "#model/contribution.ts";
import type { Day } from "#model/day.ts";
import type { SourceDocument } from "#model/source-document.ts";
import { addDocuments, appendVetting, contributions, observationOf, syncOrigin } from "#store/index.ts";
import { contributorLetters } from "./contributor-letters.ts";
import type { World } from "../world.ts";
import {
  contributedId,
  contributorSource,
  enteredContribution,
} from "../observe/contributions/entered-contribution.ts";
import type { SourceRecord } from "../observe/grading/source-ledger.ts";
import { requireKnown } from "../reports/review-report.ts";

/** What a person says of a contribution; `entry` goes with "entered" alone. */
export interface VettingGiven extends Omit<Vetting, "at" | "observation"> {
  readonly entry?: ContributedEntry | undefined;
}

/**
 * Writes down what a person decided on a contribution, by its id or an unambiguous beginning of it. One that is
 * accepted leaves quarantine as a document of its contributor, one that is entered as an observation, which any other
 * decision withdraws. Null where there is none; RangeError where it cannot be entered, or an acceptance be taken back.
 */
export async function vetContribution(
  world: World,
  id: string,
  { entry, ...decided }: VettingGiven,
): Promise<RecordedContribution | null> {
  const found = (await contributions(world.store)).filter((one) => one.id.startsWith(id));
  const [recorded] = found;
  if (recorded === undefined || found.length > 1 || id === "") return null;
  const at = world.now();
  if (decided.decision === "undone" && recorded.vetting?.decision === "accepted") {
    throw new RangeError(
      "it was accepted as a document, which stays; reject what is read in it under Review",
    );
  }
  if ((decided.decision === "entered") !== (entry !== undefined)) {
    throw new RangeError("what is entered needs its stream and kind, and nothing else does");
  }
  const observation = await keepEntry(world, recorded, entry, at);
  if (decided.decision === "accepted") await keepAsDocument(world, recorded, at);
  const vetting = { ...decided, ...(observation !== null && { observation }), at };
  await appendVetting(world.store, recorded.id, vetting);
  return { ...recorded, vetting: decided.decision === "undone" ? null : vetting };
}

/** Enters it, or withdraws what was entered before; answers the id of what now stands. */
async function keepEntry(
  world: World,
  recorded: RecordedContribution,
  entry: ContributedEntry | undefined,
  recordedAt: string,
): Promise<string | null> {
  const [origin, today] = [contributedId(recorded.id), recordedAt.slice(0, 10)];
  const before = await observationOf(world.store, origin, { known: today });
  if (entry === undefined && before === null) return null;
  const capture = captureOfContribution(recorded);
  const letters = await contributorLetters(world, today);
  const observation = entry && {
    ...enteredContribution(recorded, {
      ...{ entry, capture: capture.sha256, marking: world.watch.marking },
      letter: letters.get(contributorSource(recorded.contribution.contributor))?.letter ?? "F",
      length: new TextDecoder().decode(capture.bytes).length,
    }),
  };
  if (observation) requireKnown(world, observation);
  const observations = observation ? [observation] : [];
  await syncOrigin(world.store, { origin, capture, observations, rejects: [], recordedAt });
  return observation?.id ?? null;
}

/** The bytes a contribution rests on. */
function captureOfContribution({ id, contribution, receivedAt }: RecordedContribution): Capture {
  const bytes = new TextEncoder().encode(JSON.stringify(contribution));
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    source: `contribution/${contribution.contributor}`,
    url: contribution.url || `contribution:${id}`,
    ...{ fetchedAt: receivedAt, mediaType: "application/json", headers: {}, bytes },
  };
}

async function keepAsDocument({ store }: World, recorded: RecordedContribution, recordedAt: string) {
  const { id, contribution, receivedAt } = recorded;
  const capture = captureOfContribution(recorded);
  const { sha256, source: origin, url } = capture;
  const document: SourceDocument = {
    ...{ id: `${origin}/${id}`, source: origin, form: "entry", kind: "contribution", url, canonical: url },
    ...{ title: contribution.title, text: contribution.text, authors: [contribution.contributor] },
    ...{ published: null, language: "", capture: sha256, locator: { type: "page" }, fetchedAt: receivedAt },
    attributes: { marking: contribution.marking },
  };
  await addDocuments(store, { origin, capture, documents: [document], rejects: [], recordedAt });
}

/** How a contributor has fared: what of theirs was accepted or entered, rejected, and waits. */
interface ContributorRecord {
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
      const accepted = count("accepted") + count("entered");
      return {
        ...{ contributor, accepted, rejected: count("rejected") },
        waiting: count(undefined),
      };
    });
}

/** A contributor's record with the letter it earned, and why. */
export type GradedContributor = ContributorRecord & Pick<SourceRecord, "letter" | "reason">;

/** The ledger of contributors with their letters as known on a day. */
export async function gradedContributors(
  world: World,
  recorded: readonly RecordedContribution[],
  asOf: Day,
): Promise<GradedContributor[]> {
  const letters = await contributorLetters(world, asOf);
  return contributorLedger(recorded).map((one) => {
    const { letter = "F", reason = "no claim decided yet" } =
      letters.get(contributorSource(one.contributor)) ?? {};
    return { ...one, letter, reason };
  });
}
