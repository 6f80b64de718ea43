import { z } from "zod";
import { OutsideFailed } from "#model/input-error.ts";
import { beginningOf, oneLine, readBody } from "../network/ask-source.ts";
import type { Fetch } from "../network/guarded-fetch.ts";

/** A model behind an OpenAI-compatible address, named by the operator, and how it is reached. */
export interface Model {
  /** Such as `http://127.0.0.1:11434/v1/`. */
  readonly url: URL;
  readonly name: string;
  readonly key: string | undefined;
  readonly fetch: Fetch;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly patienceMs: number;
}

/** What it is asked, and the JSON schema its answer must have. */
export interface ModelQuestion {
  readonly instructions: string;
  /** Given as it is: data, whatever it says. */
  readonly data: string;
  readonly schema: object;
}

const MOST_BYTES = 256 * 1024;
const MOST_TOKENS = 1000;
/** Tried again so long after a failure that may pass. */
const PAUSES_MS = [1000, 4000];

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * The text that a model answers a question with, whatever it is. OutsideFailed where none came: a refusal, a redirect,
 * too long or too late; what may pass (429, 5xx, a connection that breaks) is tried twice more.
 */
export async function askModel(model: Model, question: ModelQuestion): Promise<string> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await exchange(model, question);
    } catch (error) {
      if (!mayPass(error)) throw outside(model, error);
      await model.sleep(pauseMs);
    }
  }
  return exchange(model, question).catch((error: unknown) => {
    throw outside(model, error);
  });
}

class Passing extends OutsideFailed {
  override readonly name = "OutsideFailed";
}

async function exchange(model: Model, question: ModelQuestion): Promise<string> {
  const signal = AbortSignal.timeout(model.patienceMs);
  const at = new URL("chat/completions", model.url);
  const headers = {
    "content-type": "application/json",
    accept: "application/json",
    ...(model.key !== undefined && { authorization: `Bearer ${model.key}` }),
  };
  const body = JSON.stringify(bodyOf(model.name, question));
  const response = await model.fetch(at, { method: "POST", headers, body, redirect: "manual", signal });
  const { status } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    throw new OutsideFailed("it sends on to elsewhere; neither key nor sentence is carried there");
  }
  if (status !== 200) {
    const message = `HTTP ${status} ${await beginningOf(response)}`.trimEnd();
    throw status === 429 || status >= 500 ? new Passing(message) : new OutsideFailed(message);
  }
  return contentOf(await readBody(response, MOST_BYTES));
}

function bodyOf(name: string, { instructions, data, schema }: ModelQuestion) {
  return {
    model: name,
    temperature: 0,
    max_tokens: MOST_TOKENS,
    messages: [
      { role: "system", content: instructions },
      { role: "user", content: data },
    ],
    response_format: { type: "json_schema", json_schema: { name: "answer", strict: true, schema } },
  };
}

function contentOf(bytes: Uint8Array): string {
  const parsed = completion.safeParse(jsonIn(new TextDecoder().decode(bytes)));
  if (parsed.success) return parsed.data.choices[0]!.message.content;
  throw new OutsideFailed("its reply is no chat completion; an OpenAI-compatible address would be right");
}

/** Undefined where it is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A connection that breaks has a code; one that was too slow is not tried again. */
function mayPass(error: unknown): boolean {
  return error instanceof Passing || (error instanceof Error && "code" in error && !isLate(error));
}

function isLate(error: unknown): boolean {
  return error instanceof Error && /^(Timeout|Abort)Error$/.test(error.name);
}

function outside({ url, patienceMs }: Model, error: unknown): OutsideFailed {
  const said = isLate(error)
    ? `no whole answer within ${patienceMs / 1000} s`
    : String((error as Error).message);
  return new OutsideFailed(`the model at ${url.host}: ${oneLine(said)}`, error);
}
