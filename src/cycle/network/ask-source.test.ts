import { expect, test } from "vitest";
import { atPace, oneLine } from "./ask-source.ts";

/** A body that says one byte every so often. */
function dripping(everyMs: number, bytes: number) {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      await new Promise((done) => setTimeout(done, everyMs));
      controller.enqueue(new Uint8Array(1));
      if (--bytes === 0) controller.close();
    },
  });
}

async function lengthOf(parts: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0;
  for await (const part of parts) length += part.length;
  return length;
}

test("a body that drips is given up once it has dripped for long, and a short one is not", async () => {
  await expect(lengthOf(atPace(dripping(10, 1000), 0.1))).rejects.toThrow(/less than 200 bytes a second/);
  expect(await lengthOf(atPace(dripping(10, 5), 5))).toBe(5);
  expect(await lengthOf(atPace(new Response("x".repeat(1e6)).body, 0))).toBe(1e6);
});

test("what is told is one line that no terminal acts on", () => {
  expect(oneLine("a\u001b[2J\r\n b\u202e c\u2028d\u0000")).toBe("a [2J b c d");
});
