import { expect, test } from "vitest";
import fc from "fast-check";
import { addObservations } from "./imports.ts";
import { type Page, searchObservations, type Selection } from "./search.ts";
import type { Store } from "./store.ts";
import { onEachStore } from "./testing/each-store.ts";
import { batch, EVER, NOW, observation } from "./testing/samples.ts";

const RECORD = [
  observation("en", {
    claim: "Long March 5 launches Chang'e-5 from Wenchang",
    knownAt: "2020-11-23",
    actors: [{ id: "CHN", role: "actor" }],
  }),
  observation("ru", {
    claim: "Роскосмос и Китай подписали меморандум о лунной станции",
    knownAt: "2021-03-09",
    kind: "agreement",
    stream: "legal",
    place: { name: "Пекин" },
    verified: "recall",
    actors: [
      { id: "RUS", role: "actor" },
      { id: "CHN", role: "target" },
      { id: "CHN", role: "actor" },
    ],
  }),
  observation("zh", {
    claim: "长征五号火箭发射嫦娥五号探测器，前往月球",
    knownAt: "2020-11-24",
    place: { name: "文昌" },
  }),
  observation("fr", {
    claim: "L'Élysée dénonce l'espionnage d'un satellite militaire",
    knownAt: "2018-09-07",
    validFrom: "2017-10-01",
    validTo: "2018-09-07",
    kind: "espionage",
    place: { name: "Toulouse" },
    actors: [{ id: "FRA", role: "target" }],
  }),
];

const find = (store: Store, selection: Selection & Partial<Page>) =>
  searchObservations(store, EVER, { limit: 10, offset: 0, ...selection });
const idsFor = async (store: Store, selection: Selection & Partial<Page>) =>
  (await find(store, selection)).items.map((item) => item.observation.id);

onEachStore(({ open }) => {
  const filled = async () => {
    const store = await open();
    await addObservations(store, batch(RECORD));
    return store;
  };

  test("words are found in every script, whatever their case, accents and ending", async () => {
    const store = await filled();
    const found: [string, string[]][] = [
      ["launch", ["en"]],
      ["LONG march", ["en"]],
      ["chang'e-5", ["en"]],
      ["wenchang", ["ru", "en", "fr"].filter((id) => id === "en")],
      ["роскосмос", ["ru"]],
      ["лунн", ["ru"]],
      ["Пекин меморандум", ["ru"]],
      ["火箭", ["zh"]],
      ["嫦娥五号", ["zh"]],
      ["五号 月球", ["zh"]],
      ["文昌", ["zh"]],
      ["号五", []],
      ["elysee", ["fr"]],
      ["ÉLYSÉE", ["fr"]],
      ["FRA", ["fr"]],
      ["march long-", ["en"]],
      ["arch", []],
    ];
    for (const [q, ids] of found) expect([q, await idsFor(store, { q })]).toEqual([q, ids]);
  });

  test("blank text selects everything, text without a letter or digit nothing", async () => {
    const store = await filled();
    expect((await find(store, { q: " \t " })).total).toBe(4);
    expect((await find(store, { q: '"*"' })).total).toBe(0);
  });

  test("no text is a syntax error", async () => {
    const store = await filled();
    const nasty = [
      '"',
      "'",
      "a AND",
      "NEAR(a b",
      "a:*",
      "!a & (",
      "-- ",
      "\\",
      "%",
      "a OR b*",
      "\0x",
      "\ud800",
      "{}^",
    ];
    const long = "word ".repeat(20_000);
    for (const q of [...nasty, long, long.replaceAll(" ", "-"), "字".repeat(20_000)]) {
      await expect(find(store, { q })).resolves.toMatchObject({ total: expect.any(Number) });
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (q) => {
        expect((await find(store, { q })).total).toBeLessThanOrEqual(4);
      }),
    );
  });

  test("conditions are met together", async () => {
    const store = await filled();
    expect(await idsFor(store, { stream: "legal" })).toEqual(["ru"]);
    expect(await idsFor(store, { kind: "launch" })).toEqual(["zh", "en"]);
    expect(await idsFor(store, { actor: "CHN" })).toEqual(["ru", "zh", "en"]);
    expect(await idsFor(store, { actor: "CHN", verified: "agency page" })).toEqual(["zh", "en"]);
    expect(await idsFor(store, { actor: "CHN", q: "fra" })).toEqual([]);
    expect(await idsFor(store, { ids: ["fr", "en", "none"] })).toEqual(["en", "fr"]);
    expect(await idsFor(store, { ids: [] })).toEqual([]);
  });

  test("from and to select what overlaps them", async () => {
    const store = await filled();
    expect(await idsFor(store, { to: "2017-12-31" })).toEqual(["fr"]);
    expect(await idsFor(store, { from: "2018-09-07", to: "2020-11-23" })).toEqual(["en", "fr"]);
    expect(await idsFor(store, { from: "2021-03-10" })).toEqual([]);
  });

  test("facets count the whole selection, whatever the page", async () => {
    const store = await filled();
    const { total, items, facets } = await find(store, { limit: 1, offset: 1 });
    expect([total, items.map((item) => item.observation.id)]).toEqual([4, ["zh"]]);
    expect(facets).toEqual({
      stream: { milestones: 3, legal: 1 },
      kind: { launch: 2, agreement: 1, espionage: 1 },
      actor: { CHN: 3, FRA: 1, RUS: 1 },
      verified: { "agency page": 3, recall: 1 },
      year: { "2017": 1, "2020": 2, "2021": 1 },
    });
    expect((await find(store, { actor: "FRA" })).facets.kind).toEqual({ espionage: 1 });
  });

  test("only what was known and recorded by then is found, in its version of then", async () => {
    const store = await filled();
    const corrected = observation("zh", { claim: "探测器返回地球", knownAt: "2020-12-17" });
    await addObservations(store, batch([corrected], { recordedAt: "2026-12-01T00:00:00.000Z" }));
    const at = async (known: string, recorded: string | undefined, q: string) =>
      (await searchObservations(store, { known, ...(recorded && { recorded }) }, { q, limit: 9, offset: 0 }))
        .total;
    expect(await at("2021-01-01", undefined, "火箭")).toBe(0);
    expect(await at("2021-01-01", undefined, "地球")).toBe(1);
    expect(await at("2020-12-16", undefined, "地球")).toBe(0);
    expect(await at("2020-12-16", NOW, "火箭")).toBe(1);
  });
});
