import { createHash } from "node:crypto";
import type { Day } from "#model/day.ts";
import type { Opinion, OpinionKind } from "#model/opinion.ts";
import { addCapture, appendOpinion, opinionOf } from "#store/index.ts";
import type { World } from "../world.ts";
import { askModel, type Model } from "./ask-model.ts";
import { holdAnswer, questionOn } from "./questions.ts";
import { type Askable, foreignSentences, uncodedSentences } from "./sentences-to-ask.ts";

/** How many sentences were asked about now, and how many had been before. */
export interface Given {
  readonly given: readonly Opinion[];
  readonly before: number;
}

/**
 * Asks a model about at most so many sentences that it was not asked about before, the latest first. What it says is
 * held against the sentence and kept, a refused answer too; OutsideFailed where the model fails, with what was kept
 * before kept.
 */
export async function giveOpinions(
  world: World,
  model: Model,
  kind: OpinionKind,
  { asOf, limit }: { readonly asOf: Day; readonly limit: number },
): Promise<Given> {
  const given: Opinion[] = [];
  let before = 0;
  const sentences = kind === "gloss" ? foreignSentences(world, asOf) : uncodedSentences(world, asOf);
  for await (const askable of sentences) {
    if (given.length === limit) break;
    const opinion = await opinionOn(world, model, kind, askable);
    if (opinion === null) before++;
    else given.push(opinion);
  }
  return { given, before };
}

/** Null where this very question was asked before. */
async function opinionOn(
  { store, now }: World,
  model: Model,
  kind: OpinionKind,
  { sentence, capture }: Askable,
): Promise<Opinion | null> {
  const question = questionOn(kind, sentence);
  const id = createHash("sha256")
    .update(JSON.stringify([model.name, question]))
    .digest("hex");
  if ((await opinionOf(store, id)) !== null) return null;
  const held = holdAnswer(kind, sentence, await askModel(model, question));
  const opinion: Opinion = {
    ...{ id, kind, model: model.name, sentence, at: now() },
    answer: "answer" in held ? held.answer : null,
    refused: "refused" in held ? held.refused : null,
  };
  await addCapture(store, capture);
  await appendOpinion(store, opinion);
  return opinion;
}
