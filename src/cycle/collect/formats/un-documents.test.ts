import { expect, test } from "vitest";
import type { Capture } from "#model/capture.ts";
import { readFile } from "./file.ts";
import { readAs } from "./testing/read-as.ts";

const field = (tag: string, subfields: Readonly<Record<string, string>>) =>
  `<datafield tag="${tag}" ind1=" " ind2=" ">${Object.entries(subfields)
    .map(([code, text]) => `<subfield code="${code}">${text}</subfield>`)
    .join("")}</datafield>`;
const record = (id: string, ...fields: string[]) =>
  `<record><controlfield tag="001">${id}</controlfield>${fields.join("")}</record>`;
const collection = (...records: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><collection xmlns="http://www.loc.gov/MARC21/slim">${records.join("")}</collection>`;
const ADDRESS = "https://digitallibrary.un.org/search?of=xm";

const RESOLUTION = record(
  "3996915",
  field("191", { a: "A/RES/77/41" }),
  field("245", { a: "Destructive direct-ascent anti-satellite missile testing :", b: "resolution /" }),
  field("269", { a: "2022-12-12" }),
  field("520", { a: "Calls upon all States to commit not to conduct destructive tests." }),
  field("710", { a: "UN. General Assembly (77th sess. : 2022-2023)" }),
  field("992", { a: "2022-12-07" }),
  field("996", { a: "Adopted 155-9-9, 46th plenary meeting" }),
);

test("a resolution has its symbol, title, body, day and how it was adopted", () => {
  const { documents, rejects } = readAs("marcxml", collection(RESOLUTION), ADDRESS);
  expect(rejects).toEqual([]);
  expect(documents).toMatchObject([
    {
      ...{ id: "SRC-1/A/RES/77/41", form: "record", kind: "document" },
      title: "Destructive direct-ascent anti-satellite missile testing: resolution",
      text: "Calls upon all States to commit not to conduct destructive tests.\nAdopted 155-9-9, 46th plenary meeting",
      ...{ url: "https://digitallibrary.un.org/record/3996915", published: "2022-12-07T00:00:00.000Z" },
      authors: ["UN. General Assembly (77th sess. : 2022-2023)"],
      attributes: { symbol: "A/RES/77/41", adopted: "Adopted 155-9-9, 46th plenary meeting" },
    },
  ]);
});

test("a vote tells how each state voted, and who is listed without a vote was absent", () => {
  const vote = record(
    "3997000",
    field("791", { a: "A/RES/77/41" }),
    field("245", { a: "Anti-satellite missile testing" }),
    field("967", { a: "1", c: "CHN", d: "N", e: "CHINA" }),
    field("967", { a: "2", c: "FRA", d: "Y", e: "FRANCE" }),
    field("967", { a: "3", c: "IND", d: "A", e: "INDIA" }),
    field("967", { a: "4", c: "PRK", e: "KOREA" }),
  );
  expect(readAs("marcxml", collection(vote), ADDRESS).documents).toMatchObject([
    {
      ...{
        id: "SRC-1/A/RES/77/41/vote",
        kind: "vote",
        text: "yes: FRANCE\nno: CHINA\nabstained: INDIA\nabsent: KOREA",
        published: null,
      },
      attributes: {
        ...{ symbol: "A/RES/77/41", yes: 1, no: 1, abstained: 1, absent: 1 },
        ...{ "yes by": ["FRA"], "no by": ["CHN"], "abstained by": ["IND"], "absent by": ["PRK"] },
      },
    },
  ]);
});

test("a text and the vote on it have one symbol and are two documents", () => {
  const vote = record(
    "3997000",
    field("791", { a: "A/RES/77/41" }),
    field("245", { a: "Anti-satellite missile testing" }),
    field("967", { a: "1", c: "CHN", d: "N", e: "CHINA" }),
  );
  const { documents } = readAs("marcxml", collection(RESOLUTION, vote), ADDRESS);
  expect(documents.map(({ id }) => id)).toEqual(["SRC-1/A/RES/77/41", "SRC-1/A/RES/77/41/vote"]);
});

test("prefixes do not matter, a record without title is told of, what is no MARCXML is refused", () => {
  const prefixed = collection(RESOLUTION, record("1")).replaceAll(/<(\/?)(?=[a-z])/g, "<$1marc:");
  const { documents, rejects } = readAs("marcxml", prefixed, ADDRESS);
  expect(documents).toHaveLength(1);
  expect(rejects).toMatchObject([{ line: 2, wrong: "a record without title" }]);
  expect(() => readAs("marcxml", "<html><p>Busy</p></html>")).toThrow(RangeError);
});

test("a file in a watched folder is known for what it is", () => {
  const capture = { sha256: "c", source: "folder", fetchedAt: "2026-11-23T12:00:00.000Z" } as Capture;
  const { documents } = readFile("export.xml", capture, Buffer.from(collection(RESOLUTION)));
  expect(documents).toMatchObject([{ id: "folder/A/RES/77/41", attributes: { symbol: "A/RES/77/41" } }]);
});
