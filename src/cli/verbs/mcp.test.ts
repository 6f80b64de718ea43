import { expect, test } from "vitest";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

const home = temporaryFolder();

interface Answer {
  readonly id: number | string | null;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What a client is answered when it sends these lines and goes. */
async function asked(...lines: readonly (object | string)[]): Promise<Answer[]> {
  const tocsin = commandLine(home, {
    lines: async function* () {
      for (const line of lines)
        yield typeof line === "string" ? line : JSON.stringify({ jsonrpc: "2.0", ...line });
    },
  });
  const { out, err, exitCode } = await tocsin("mcp", "--watch", EXAMPLE);
  expect(exitCode, err).toBe(0);
  return out.split("\n").map((line) => JSON.parse(line) as Answer);
}

const call = (id: number, name: string, args: object = {}) => ({
  id,
  method: "tools/call",
  params: { name, arguments: args },
});
const textIn = ({ result }: Answer) => (result!.content as { text: string }[])[0]!.text;

test("a session begins with a revision both speak, says nothing to notifications, and lists tools that read", async () => {
  const [hello, tools] = await asked(
    { id: 1, method: "initialize", params: { protocolVersion: "2025-03-26", capabilities: {} } },
    { method: "notifications/initialized" },
    { id: 2, method: "tools/list" },
  );
  expect(hello).toMatchObject({
    id: 1,
    result: { protocolVersion: "2025-03-26", capabilities: { tools: {} } },
  });
  const listed = tools!.result!.tools as { name: string; inputSchema: object }[];
  const names = listed.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["assessment", "observations", "observations_id", "law"]));
  expect(names.filter((name) => /^(contributions|reports|opinions|pictures|exposure)/.test(name))).toEqual(
    [],
  );
  for (const { name, inputSchema } of listed) {
    expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
    expect(inputSchema).toMatchObject({ type: "object" });
  }
});

test("tools answer as known on the day asked for, down to the observation", async () => {
  const [then, now, one] = await asked(
    call(1, "assessment", { asOf: "2021-06-30" }),
    call(2, "assessment"),
    call(3, "observations_id", { id: "AI-02" }),
  );
  expect(JSON.parse(textIn(then!))).toMatchObject({ asOf: "2021-06-30" });
  expect(JSON.parse(textIn(now!))).toMatchObject({ asOf: "2026-11-23" });
  expect(JSON.parse(textIn(one!))).toMatchObject({ observation: { id: "AI-02" } });
});

test("what is wrong with a question is told to who asks, and the session goes on", async () => {
  const answers = await asked(
    "no json",
    { id: 1, method: "resources/list" },
    call(2, "nothing"),
    call(3, "observations", { limit: 0 }),
    call(4, "observations_id", { id: "X-1" }),
    { id: 5, method: "ping" },
  );
  expect(answers.map(({ id, error, result }) => [id, error?.code ?? result?.isError ?? "fine"])).toEqual([
    [null, -32_600],
    [1, -32_601],
    [2, -32_602],
    [3, true],
    [4, true],
    [5, "fine"],
  ]);
});
