import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRecord } from "#cycle/collect/sources/record.ts";
import { InputError, issueLine } from "#model/input-error.ts";
import { EXAMPLE, replaced, scratchFolder, watchWith } from "./changed-example.ts";
import { checkWatch } from "./check-watch.ts";
import { readWatch } from "./read-watch.ts";
import { recordCaptures } from "./record-captures.ts";

/** What the check says of a watch, without the folder. */
const linesOf = (dir: string) =>
  checkWatch(dir, readRecord).issues.map((issue) => issueLine(issue).replaceAll(`${dir}/`, ""));

describe("a watch on another subject", () => {
  test("loads whole", () => {
    const watch = readWatch(EXAMPLE);
    expect(watch).toMatchObject({ id: "arctic-cables", language: "en", marking: "TLP:CLEAR" });
    expect(watch.scenarios.map(({ id }) => id)).toEqual(["mapping", "cutting"]);
    expect(watch.indicators.map(({ measure }) => measure.type)).toEqual([
      "count",
      "tier",
      "share",
      "rate",
      "lag",
    ]);
    expect(watch.actors[0]).toEqual({
      id: "RUS",
      names: { en: "Russia", ru: "Россия", zh: "俄罗斯" },
      aliases: { en: ["Russian Federation", "Moscow"], ru: ["Российская Федерация", "РФ"], zh: ["俄联邦"] },
      country: "RUS",
      kind: "state",
      bloc: "EAST",
      parent: "",
      aliasConfidence: "high",
    });
    expect(watch.sources[0]).toMatchObject({
      stateControlled: false,
      feedUrl: "https://www.nrk.no/toppsaker.rss",
    });
  });
  test("passes its check, record included", () => {
    expect(checkWatch(EXAMPLE, readRecord)).toEqual({
      issues: [],
      counts: {
        scenarios: 2,
        indicators: 5,
        questions: 0,
        claims: 0,
        actors: 5,
        sources: 2,
        sites: 0,
        imagers: 0,
        observations: 16,
      },
      unobserved: [],
    });
  });
  test("gives its record as captures addressed by content", () => {
    const captures = recordCaptures(EXAMPLE, readWatch(EXAMPLE), "2026-11-23T00:00:00.000Z");
    expect(captures).toMatchObject([
      { url: "file:record/incidents.csv", mediaType: "text/csv", fetchedAt: "2026-11-23T00:00:00.000Z" },
      { url: "file:record/responses.csv", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(captures[0]!.bytes).toEqual(readFileSync(`${EXAMPLE}/record/incidents.csv`));
  });
});

describe("the hash of a watch", () => {
  const original = readWatch(EXAMPLE).hash;
  const hashAfter = (file: string, from: string, to: string) => readWatch(replaced(file, from, to)).hash;
  test("changes with the head, a scenario and an indicator", () => {
    expect(hashAfter("watch.yaml", "factor: 2", "factor: 3")).not.toBe(original);
    expect(hashAfter("scenarios.yaml", "mean: 0.1", "mean: 0.2")).not.toBe(original);
    expect(hashAfter("indicators.yaml", "present: 5", "present: 4")).not.toBe(original);
  });
  test("does not change with the record, its spans, the order of keys or a default written out", () => {
    expect(hashAfter("watch.yaml", "to: 2025-11-30", "to: 2025-12-31")).toBe(original);
    expect(hashAfter("record/incidents.csv", "AI-12", "AI-13")).toBe(original);
    expect(hashAfter("scenarios.yaml", "mean: 0.1, strength: 20", "strength: 20, mean: 0.1")).toBe(original);
    expect(hashAfter("watch.yaml", "id: arctic-cables", "id: arctic-cables\nlanguage: en")).toBe(original);
  });
});

describe("several faults", () => {
  test("are told all at once, file by file", () => {
    const dir = replaced("watch.yaml", "writtenOn", "writenOn");
    const edit = (file: string, from: string, to: string) =>
      writeFileSync(path.join(dir, file), readFileSync(path.join(dir, file), "utf8").replace(from, to));
    edit("scenarios.yaml", "on: mapping", "on: maping");
    edit("indicators.yaml", "actor: RUS", "actor: RSU");
    edit("sources.csv", "press,no,B", "press,no,G");
    edit("sources.csv", "broadcaster,no", "broadcaster,maybe");
    expect(linesOf(dir).map((line) => line.split(": ")[0])).toEqual([
      "watch.yaml:9:1",
      "sources.csv:2:87",
      "sources.csv:3:78",
      "scenarios.yaml:23:11",
      "indicators.yaml:30:58",
    ]);
  });
  test("stop the watch from loading, even by half", () => {
    const dir = replaced("scenarios.yaml", "on: mapping", "on: maping");
    expect(() => readWatch(dir)).toThrow(InputError);
    expect(() => readWatch(dir)).toThrow(/scenarios.yaml:23:11: unknown id "maping"/);
  });
  test("of a record do not stop it: they are rejects of the rows", () => {
    expect(readWatch(replaced("record/incidents.csv", "AI-02,2022-01-07", "AI-02,soon")).id).toBe(
      "arctic-cables",
    );
  });
  test("of a row do not make links to it wrong", () => {
    expect(linesOf(replaced("record/incidents.csv", "AI-02,2022-01-07", "AI-02,soon"))).toHaveLength(1);
  });
});

describe("files", () => {
  test("that are missing are named, all of them", () => {
    const dir = watchWith((copy) =>
      ["scenarios.yaml", "actors.csv"].forEach((file) => rmSync(path.join(copy, file))),
    );
    expect(linesOf(dir)).toEqual([
      "scenarios.yaml: no such file; expected this file",
      "actors.csv: no such file; expected this file",
    ]);
    expect(linesOf(path.join(scratchFolder(), "nowhere"))).toHaveLength(5);
  });
  test("in a wrong encoding are refused at the byte", () => {
    const dir = watchWith((copy) => {
      const text = readFileSync(path.join(copy, "watch.yaml"), "utf8");
      writeFileSync(path.join(copy, "watch.yaml"), text.replace("Norwegian", "norvégien"), "latin1");
    });
    expect(linesOf(dir)).toEqual([
      "watch.yaml:5:51: byte 0xE9 at offset 330 is not UTF-8 text; expected UTF-8, or UTF-16 with a byte order mark",
    ]);
  });
  test("in UTF-16 with its mark, or with CRLF, are read with the same places", () => {
    const dir = replaced("indicators.yaml", "direction: up", "direction: op");
    const file = path.join(dir, "indicators.yaml");
    const [line] = linesOf(dir);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, `\ufeff${text}`, "utf16le");
    expect(linesOf(dir)).toEqual([line]);
    writeFileSync(file, text.replaceAll("\n", "\r\n"));
    expect(linesOf(dir)).toEqual([line]);
  });
  test("of indicators may be several in one folder, and ids are unique among them", () => {
    const dir = watchWith((copy) => {
      const text = readFileSync(path.join(copy, "indicators.yaml"), "utf8");
      mkdirSync(path.join(copy, "indicators"));
      rmSync(path.join(copy, "indicators.yaml"));
      const [first, ...rest] = text.split(/^(?=- id: )/m);
      writeFileSync(path.join(copy, "indicators/b.yaml"), first!);
      writeFileSync(path.join(copy, "indicators/a.yaml"), rest.join(""));
    });
    expect(readWatch(dir).indicators.map(({ id }) => id)).toEqual([
      "damage",
      "unexplained",
      "agents",
      "mapped-before",
      "sightings",
    ]);
    const twin = path.join(dir, "indicators/b.yaml");
    writeFileSync(twin, readFileSync(twin, "utf8").replace("id: sightings", "id: agents"));
    expect(linesOf(dir)).toEqual([
      'indicators/b.yaml:1:7: id "agents" is taken by indicators/a.yaml:43; expected an id of its own',
    ]);
  });
});

test("ten scenarios are one too many", () => {
  const dir = watchWith((copy) => {
    const file = path.join(copy, "scenarios.yaml");
    const [one] = readFileSync(file, "utf8").split(/^(?=- id: cutting)/m);
    const more = Array.from({ length: 8 }, (_, i) => one!.replace("id: mapping", `id: more-${i}`));
    writeFileSync(file, readFileSync(file, "utf8") + more.join(""));
  });
  expect(linesOf(dir)).toEqual([
    "scenarios.yaml:134:3: 10 scenarios have 59049 joint states; expected at most 9 scenarios (20000 joint states)",
  ]);
});

test("a longer circle is named once", () => {
  const influence = "  influences: [{ from: cutting, when: critical, oddsUp: 2, because: alarm }]\n";
  const dir = replaced("scenarios.yaml", "  horizonMonths: 36\n", `${influence}  horizonMonths: 36\n`);
  expect(linesOf(dir)).toEqual([
    "scenarios.yaml:24:11: scenarios that depend on each other in a circle: mapping → cutting → mapping; expected gates and influences that lead one way",
  ]);
});

test("an indicator of a stream without a record file is unobserved, not wrong", () => {
  const check = checkWatch(replaced("indicators.yaml", "stream: incidents", "stream: ais"), readRecord);
  expect(check.issues).toEqual([]);
  expect(check.unobserved).toEqual([{ indicator: "sightings", streams: ["ais"] }]);
});

test("anchors may say a thing once", () => {
  const dir = replaced(
    "indicators.yaml",
    "where: { stream: incidents, kind: damage, not: { attribution: ruled_accident } }\n    among",
    "where: &kept { stream: incidents, kind: damage }\n    among",
  );
  expect(linesOf(dir)).toEqual([]);
  const file = path.join(dir, "indicators.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("among: { stream: incidents, kind: damage }", "among: *kept"));
  expect(readWatch(dir).indicators[2]!.measure).toMatchObject({
    among: { stream: "incidents", kind: "damage" },
  });
  writeFileSync(
    file,
    text
      .replace("among: { stream: incidents, kind: damage }", "among: *kept")
      .replace("&kept { stream", "&kept { steam"),
  );
  expect(linesOf(dir)[0]).toBe('indicators.yaml:47:20: unknown key "steam"; expected "stream"');
});

test.each(globSync("watches/*"))("%s passes its check", (dir) => {
  expect(linesOf(dir)).toEqual([]);
});

test("whatever is typed by mistake, the check ends and points into the files", () => {
  const files = [
    "watch.yaml",
    "scenarios.yaml",
    "indicators.yaml",
    "actors.csv",
    "sources.csv",
    "record/incidents.csv",
  ];
  const mark = fc.constantFrom(...`"':,{}[]&*!|>-#%@?\t\n \\\u0000é;=0a`.split(""));
  const dir = watchWith(() => {});
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(5000), fc.nat(3), mark, (name, at, cut, typed) => {
      const file = path.join(dir, name);
      const text = readFileSync(path.join(EXAMPLE, name), "utf8");
      const spot = at % text.length;
      const changed = text.slice(0, spot) + typed + text.slice(spot + cut);
      writeFileSync(file, changed);
      const lines = changed.split("\n");
      for (const { file: where, line, column } of checkWatch(dir, readRecord).issues) {
        if (where !== file || line === undefined || column === undefined) continue;
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
      }
      writeFileSync(file, text);
    }),
    { numRuns: 200 },
  );
});
