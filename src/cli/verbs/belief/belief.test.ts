import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const file = (name: string, text: string) => {
  writeFileSync(path.join(home, name), text);
  return path.join(home, name);
};

const RAIN = `network rain {}
variable rain { type discrete [ 2 ] { yes, no }; }
variable wet { type discrete [ 2 ] { yes, no }; }
probability ( rain ) { table 0.2, 0.8; }
probability ( wet | rain ) { (yes) 0.9, 0.1; (no) 0.1, 0.9; }
`;
const network = file("rain.bif", RAIN);

test("infer answers posteriors and ln P(evidence), hard and soft", async () => {
  const evidence = file("wet.json", '{"hard": {"wet": "yes"}}');
  const { out } = await tocsin("belief", "infer", network, "--evidence", evidence, "--json");
  const { posteriors, logEvidence } = JSON.parse(out) as {
    posteriors: Record<string, Record<string, number>>;
    logEvidence: number;
  };
  expect(posteriors.rain!.yes).toBeCloseTo(0.18 / 0.26, 12);
  expect(logEvidence).toBeCloseTo(Math.log(0.26), 12);
  const soft = file("soft.json", '{"soft": {"wet": {"yes": 0.9, "no": 0.3}}}');
  const told = await tocsin("belief", "infer", network, "--evidence", soft);
  expect(told.out).toMatch(/rain +yes +0\.\d+/);
});

test("explain tells what each finding adds to the log-odds of the query", async () => {
  const evidence = file("wet.json", '{"hard": {"wet": "yes"}}');
  const { out } = await tocsin(
    "belief",
    "explain",
    network,
    "--query",
    "rain",
    "--evidence",
    evidence,
    "--json",
  );
  const { contributions } = JSON.parse(out) as { contributions: { weight: Record<string, number> }[] };
  expect(contributions[0]!.weight.yes).toBeCloseTo(Math.log(9), 12);
});

test("most-probable tells the likeliest whole, separated the trail, value what to look at", async () => {
  const evidence = file("wet.json", '{"hard": {"wet": "yes"}}');
  const json = async (...words: string[]) =>
    JSON.parse((await tocsin("belief", ...words, "--json")).out) as unknown;
  expect(await json("most-probable", network, "--evidence", evidence)).toMatchObject({
    assignment: { rain: "yes", wet: "yes" },
    logProbability: Math.log(0.2) + Math.log(0.9),
  });
  expect(await json("separated", network, "--from", "rain", "--to", "wet")).toMatchObject({
    separated: false,
    trail: [{ variable: "rain", arc: "→" }, { variable: "wet" }],
  });
  expect(await json("value", network, "--query", "rain")).toMatchObject({
    values: [{ variable: "wet", entropyReduction: expect.closeTo(0.24797, 4) as number }],
  });
  const told = await tocsin("belief", "separated", network, "--from", "rain", "--to", "wet");
  expect(told.out).toBe("not separated: rain → wet");
});

test("sensitivity ranks the table entries by how far they move the answer", async () => {
  const evidence = file("wet.json", '{"hard": {"wet": "yes"}}');
  const asked = ["belief", "sensitivity", network, "--query", "rain", "--evidence", evidence];
  const { out } = await tocsin(...asked, "--within", "0.1", "--json");
  expect(JSON.parse(out)).toMatchObject({
    query: "rain",
    state: "yes",
    posterior: expect.closeTo(0.18 / 0.26, 12) as number,
    parameters: [
      { variable: "wet", state: "yes", given: { rain: "no" }, low: { value: 0, p: 1 } },
      { variable: "rain" },
      { variable: "wet", given: { rain: "yes" } },
    ],
  });
  expect((await tocsin(...asked)).out).toContain("wet = yes | rain = no");
  expect(await tocsin(...asked, "--within", "0")).toMatchObject({ exitCode: 2 });
});

test("intervals are the same whatever the number of workers", async () => {
  const evidence = file("wet.json", '{"hard": {"wet": "yes"}}');
  const asked = ["belief", "intervals", network, "--evidence", evidence, "--draws", "301", "--json"];
  const [alone, shared] = [
    await tocsin(...asked, "--workers", "1"),
    await tocsin(...asked, "--workers", "3"),
  ];
  expect(shared.out).toBe(alone.out);
  const { intervals, draws } = JSON.parse(alone.out) as {
    intervals: Record<string, Record<string, { low: number; high: number }>>;
    draws: number;
  };
  expect(draws).toBe(301);
  expect(intervals.rain!.yes!.low).toBeLessThan(0.18 / 0.26);
  expect(intervals.rain!.yes!.high).toBeGreaterThan(0.18 / 0.26);
  expect(await tocsin(...asked, "--workers", "1.5")).toMatchObject({ exitCode: 2 });
});

test.each([
  ["a network that breaks off", file("cut.bif", RAIN.slice(0, 200)), null, /cut\.bif:\d+:\d+: .+; .+/],
  [
    "rows that do not sum to 1",
    file("sum.bif", RAIN.replace("0.2, 0.8", "0.2, 0.9")),
    null,
    /sum\.bif:4:\d+: .+sums to 1\.1/,
  ],
  ["a network that is not there", path.join(home, "no.bif"), null, /no\.bif: no such file; expected a file/],
  [
    "evidence on nothing",
    network,
    '{"hard": {"snow": "yes"}}',
    /e\.json: the network has no variable "snow"/,
  ],
  ["evidence that is not JSON", network, '{"hard":\n {', /e\.json:2:3: this is not JSON/],
  [
    "evidence that says a thing twice",
    network,
    '{"hard": {"rain": "yes",\n "rain": "no"}}',
    /e\.json:2:2: the key "rain" a second time; expected every key once/,
  ],
  ["findings that are a list", network, '{"hard": ["rain"]}', /e\.json: "hard" of the evidence is no object/],
  [
    "a likelihood in quotes",
    network,
    '{"soft": {"wet": {"yes": "0.3", "no": 1}}}',
    /e\.json: the likelihood of "yes" on "wet" is "0\.3"; a finite number/,
  ],
  ["evidence that is a list", network, "[]", /e\.json: not a JSON object/],
  [
    "impossible evidence",
    file("sure.bif", RAIN.replace("(yes) 0.9, 0.1", "(yes) 1, 0")),
    '{"hard": {"rain": "yes", "wet": "no"}}',
    /e\.json: the evidence has probability 0: .*cannot hold together/,
  ],
])("%s exits 1 in one line", async (_what, net, evidence, said) => {
  const given = evidence === null ? [] : ["--evidence", file("e.json", evidence)];
  const { exitCode, err, out } = await tocsin("belief", "infer", net, ...given, "--json");
  expect(err).toMatch(said);
  expect(err).not.toMatch(/\n/);
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
});

test("a network in UTF-16 is read, and other bytes than text are told by their place", async () => {
  const wide = path.join(home, "wide.bif");
  writeFileSync(wide, Buffer.from(`\ufeff${RAIN}`, "utf16le"));
  expect((await tocsin("belief", "infer", wide)).exitCode).toBe(0);
  writeFileSync(wide, Buffer.from(RAIN.replaceAll("wet", "n\u00e4ss"), "latin1"));
  expect((await tocsin("belief", "infer", wide)).err).toMatch(
    /wide\.bif:3:11: byte 0xE4 at offset \d+ is not UTF-8/,
  );
});

test("a variable that the evidence gives is no question", async () => {
  const evidence = file("known.json", '{"hard": {"wet": "yes"}}');
  for (const verb of ["explain", "value"]) {
    const { exitCode, err } = await tocsin("belief", verb, network, "--query", "wet", "--evidence", evidence);
    expect([exitCode, err]).toEqual([
      1,
      expect.stringMatching(/known\.json: "wet" is asked about and given as yes/),
    ]);
  }
});

test.each([
  ["intervals", ["--draws", "1"], /--draws wants a whole number from 20/],
  ["sensitivity", ["--query", "wet", "--within", "2"], /--within wants a number up to 1/],
  ["separated", ["--from", ",", "--to", "wet"], /needs --from VARIABLE and --to VARIABLE/],
])("%s refuses what it cannot mean", async (verb, options, said) => {
  expect(await tocsin("belief", verb, network, ...options)).toMatchObject({
    exitCode: 2,
    err: expect.stringMatching(said) as string,
  });
});

const PUBLISHED = "../shared/data/forecast/bn";
test.skipIf(!existsSync(PUBLISHED))("a published network answers as published", async () => {
  const expected = JSON.parse(readFileSync(`${PUBLISHED}/expected/asia.json`, "utf8")) as {
    cases: {
      evidence: Record<string, string>;
      likelihood: object;
      log_prob_evidence: number;
      posterior: Record<string, number[]>;
    }[];
  };
  const { evidence, posterior, log_prob_evidence } = expected.cases.find(
    (one) => Object.keys(one.likelihood).length === 0 && Object.keys(one.evidence).length > 0,
  )!;
  const given = file("asia.json", JSON.stringify({ hard: evidence }));
  const { out } = await tocsin("belief", "infer", `${PUBLISHED}/bif/asia.bif`, "--evidence", given, "--json");
  const { posteriors, logEvidence } = JSON.parse(out) as {
    posteriors: Record<string, Record<string, number>>;
    logEvidence: number;
  };
  expect(logEvidence).toBeCloseTo(log_prob_evidence, 10);
  for (const [variable, values] of Object.entries(posterior)) {
    Object.values(posteriors[variable]!).forEach((p, i) => expect(p).toBeCloseTo(values[i]!, 12));
  }
});
