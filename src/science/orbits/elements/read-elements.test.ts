import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newestElements, readElements } from "./read-elements.ts";

/** The first verification set of Vallado et al. 2006, and the same as a message. */
const TLE = [
  "1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753",
  "2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667",
];
const MESSAGE = {
  OBJECT_NAME: "VANGUARD 1",
  OBJECT_ID: "1958-002B",
  EPOCH: "2000-06-27T18:50:19.733568",
  MEAN_MOTION: "10.82419157",
  ECCENTRICITY: ".1859667",
  INCLINATION: "34.2682",
  RA_OF_ASC_NODE: "348.7242",
  ARG_OF_PERICENTER: "331.7664",
  MEAN_ANOMALY: "19.3264",
  EPHEMERIS_TYPE: "0",
  CLASSIFICATION_TYPE: "U",
  NORAD_CAT_ID: "5",
  ELEMENT_SET_NO: "475",
  REV_AT_EPOCH: "41366",
  BSTAR: ".28098E-4",
  MEAN_MOTION_DOT: ".23E-6",
  MEAN_MOTION_DDOT: "0",
};
type Message = Readonly<Partial<Record<keyof typeof MESSAGE, string>>>;

const WRITERS: Readonly<Record<string, (messages: readonly Message[]) => string>> = {
  "omm-json": (messages) => JSON.stringify(messages, null, 1),
  "omm-csv": (messages) =>
    [
      Object.keys(messages[0]!).join(","),
      ...messages.map((m) => Object.values(m).map(quoted).join(",")),
    ].join("\r\n"),
  "omm-xml": (messages) =>
    `<?xml version="1.0"?><ndm>${messages.map((m) => `\n<omm><body>${Object.entries(m).map(element).join("")}</body></omm>`).join("")}</ndm>`,
  "omm-kvn": (messages) =>
    messages
      .map((m) =>
        ["CCSDS_OMM_VERS = 2.0", ...Object.entries(m).map(([key, value]) => `${key} = ${value}`)].join("\n"),
      )
      .join("\n\n"),
};
const quoted = (value: string) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const element = ([key, value]: [string, string]) =>
  `<${key}>${value.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</${key}>`;

const read = (text: string) => readElements(text, "f");
const refusal = (text: string) => {
  const [reject] = read(text).rejects;
  return reject && `${reject.line}: ${reject.wrong}; ${reject.right}`;
};

/** A line with the checksum it should have. */
function sealed(line: string): string {
  const sum = Array.from(line.slice(0, 68)).reduce((s, c) => s + (c === "-" ? 1 : Number(c) || 0), 0);
  return line.slice(0, 68) + String(sum % 10);
}

describe("two-line sets", () => {
  test("every field is read from its columns", () => {
    expect(read(["0 VANGUARD 1", ...TLE].join("\n")).elements).toEqual([
      {
        id: 5,
        name: "VANGUARD 1",
        designator: "1958-002B",
        epochMs: Date.UTC(2000, 5, 27, 18, 50, 19, 733) + 0.568,
        meanMotionRevPerDay: 10.82419157,
        eccentricity: 0.1859667,
        inclinationDeg: 34.2682,
        raanDeg: 348.7242,
        argumentOfPerigeeDeg: 331.7664,
        meanAnomalyDeg: 19.3264,
        bstar: 0.28098e-4,
        meanMotionDot: 0.00000023,
        meanMotionDDot: 0,
        elementSetNo: 475,
        revAtEpoch: 41366,
        classification: "U",
        ephemerisType: 0,
      },
    ]);
  });

  test("names, blank lines, comments, indents and any line ends may stand between", () => {
    const text = `\uFEFF# a comment\r\nVANGUARD 1   \r\n${TLE.join("\r\n")}\r\n\r\n${TLE.join("\r")}\n0 AGAIN\n  ${TLE.join("\n\t")}`;
    const { elements, rejects } = read(text);
    expect(elements.map(({ name }) => name)).toEqual(["VANGUARD 1", null, "AGAIN"]);
    expect(rejects).toEqual([]);
  });

  test.each([
    ["00005", 5],
    ["    5", 5],
    ["99999", 99_999],
    ["A0000", 100_000],
    ["H9999", 179_999],
    ["J0000", 180_000],
    ["T0438", 270_438],
    ["Z9999", 339_999],
  ])("the catalogue number %s is %i", (text, id) => {
    const lines = TLE.map((line) => sealed(line.slice(0, 2) + text + line.slice(7)));
    expect(read(lines.join("\n")).elements[0]?.id).toBe(id);
  });

  test.each([
    ["57", 1957],
    ["99", 1999],
    ["00", 2000],
    ["56", 2056],
  ])("the year %s is %i", (text, year) => {
    const line1 = sealed(`${TLE[0]!.slice(0, 18)}${text}${TLE[0]!.slice(20)}`);
    const [elements] = read([line1, TLE[1]].join("\n")).elements;
    expect(new Date(elements!.epochMs).getUTCFullYear()).toBe(year);
  });

  test("a set that cannot be read costs only itself, and says at its line what would be right", () => {
    const cases: [string[], string][] = [
      [[TLE[0]!.replace(/3$/, "4"), TLE[1]!], "1: checksum 4 in column 69; expected 3 for this line"],
      [
        [TLE[0]!, TLE[1]!.replace("34.2682", "34.2683")],
        "2: checksum 7 in column 69; expected 8 for this line",
      ],
      [[TLE[0]!], "1: a line 1 without its line 2; expected line 1 and, right below, line 2"],
      [[TLE[1]!], "1: a line 2 without its line 1; expected line 1 and, right below, line 2"],
      [
        [TLE[0]!, sealed(TLE[1]!.replace("00005", "00006"))],
        "2: line 2 of 00006 below line 1 of 00005; expected line 1 and, right below, line 2",
      ],
      [
        [TLE[0]!, sealed(TLE[1]!.replace("34.2682", "34.2 82"))],
        '2: inclination " 34.2 82" in columns 9–16; expected a decimal number',
      ],
      [
        [TLE[0]!, sealed(TLE[1]!.replace(" 34.2682", "234.2682"))],
        "2: inclination 234.2682; expected degrees from 0 to 180",
      ],
      [
        [sealed(TLE[0]!.replace("00179", "00379")), TLE[1]!],
        '1: epoch day "379.78495062" in columns 21–32; expected a day of the year, 1 to 366',
      ],
      [[TLE[0]!, TLE[1]!.slice(0, 50)], "2: a line of 50 characters; expected 69"],
    ];
    for (const [lines, said] of cases) {
      expect(refusal(lines.join("\n"))).toBe(said);
      const { elements } = read([...lines, ...TLE].join("\n"));
      expect(elements.length).toBe(1);
    }
    for (const letter of ["I", "O"]) {
      const lines = TLE.map((line) => sealed(`${line.slice(0, 2)}${letter}0001${line.slice(7)}`));
      expect(refusal(lines.join("\n"))).toMatch(
        /^1: catalogue number "[IO]0001"; expected up to nine digits/,
      );
    }
  });

  test("a set without checksums is taken, and so is a verification set, impossible on purpose, with wrong ones", () => {
    expect(read(TLE.map((line) => line.slice(0, 68)).join("\n")).elements.length).toBe(1);
    const verification = [TLE[0]!.replace(/3$/, "0"), `${TLE[1]!}     0.00      4320.0        360.00`];
    expect(read(verification.join("\n")).elements.length).toBe(1);
  });
});

describe.each(Object.entries(WRITERS))("%s", (format, write) => {
  test("says the same as two lines do", () => {
    const got = read(write([MESSAGE]));
    expect(got.rejects).toEqual([]);
    expect(got.format).toBe(format);
    expect(got.elements).toEqual(read(["0 VANGUARD 1", ...TLE].join("\n")).elements);
  });

  test("catalogue numbers go to nine digits, and names survive their markup", () => {
    const name = fc.stringMatching(/^[A-Z0-9]([A-Z0-9 ()<>&,"/+[\]-]{0,20}[A-Z0-9)])?$/);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), name, (id, name) => {
        const { elements } = read(write([{ ...MESSAGE, NORAD_CAT_ID: String(id), OBJECT_NAME: name }]));
        expect(elements.map((e) => [e.id, e.name])).toEqual([[id, name]]);
      }),
    );
  });

  test("a message that cannot be read costs only itself", () => {
    const bad: [Message, RegExp][] = [
      [{ ...MESSAGE, NORAD_CAT_ID: "1234567890" }, /NORAD_CAT_ID "1234567890"; expected up to nine digits/],
      [{ ...MESSAGE, ECCENTRICITY: "1.2" }, /eccentricity 1.2; expected 0 to below 1/],
      [{ ...MESSAGE, MEAN_MOTION: "fast" }, /MEAN_MOTION "fast"; expected a number/],
      [{ ...MESSAGE, BSTAR: "" }, /no BSTAR; expected a number/],
      [{ ...MESSAGE, EPOCH: "2000-02-30T00:00:00" }, /EPOCH "2000-02-30T00:00:00"; expected UTC such as/],
      [{ ...MESSAGE, EPHEMERIS_TYPE: "4" }, /ephemeris type 4 \(SGP4-XP\)/],
    ];
    for (const [message, said] of bad) {
      const { elements, rejects } = read(write([message, MESSAGE]));
      expect(elements.length).toBe(1);
      expect(rejects.map(({ wrong, right }) => `${wrong}; ${right}`).join()).toMatch(said);
    }
    expect(read(write([MESSAGE, bad[0]![0]])).rejects[0]!.line).toBeGreaterThan(1);
  });
});

test("of several messages on one line each is told by where it begins", () => {
  const bad = { ...MESSAGE, ECCENTRICITY: "1.2" };
  const json = `[${JSON.stringify(MESSAGE)},\n ${JSON.stringify(bad)}, ${JSON.stringify(bad)}]`;
  const width = JSON.stringify(bad).length;
  expect(read(json).rejects).toMatchObject([
    { line: 2, column: 2 },
    { line: 2, column: 4 + width },
  ]);
  const omm = "<omm><NORAD_CAT_ID>0</NORAD_CAT_ID></omm>";
  expect(read(`<ndm>\n${omm} ${omm}</ndm>`).rejects).toMatchObject([
    { line: 2, column: 1 },
    { line: 2, column: 2 + omm.length },
  ]);
});

test("a table whose columns are parted by other marks than commas is told by its header", () => {
  const table = `${Object.keys(MESSAGE).join(";")}\n${Object.values(MESSAGE).join(";")}\n`;
  expect(refusal(table)).toBe(
    "1: a header of one column; expected commas between columns, and points in numbers",
  );
});

test("what elements refer to must be what SGP4 reads", () => {
  const text = JSON.stringify({ ...MESSAGE, MEAN_ELEMENT_THEORY: "SGP4-XP" });
  expect(refusal(text)).toBe("1: MEAN_ELEMENT_THEORY SGP4-XP; expected SGP4");
  expect(refusal(JSON.stringify({ ...MESSAGE, REF_FRAME: "EME2000" }))).toBe(
    "1: REF_FRAME EME2000; expected TEME",
  );
});

test("tables may be joined, each with columns of its own order", () => {
  const [first, second] = [WRITERS["omm-csv"]!([MESSAGE]), WRITERS["omm-csv"]!([reversed(MESSAGE)])];
  const { elements, rejects } = readElements(`${first}\n${second}`, "joined.csv");
  expect(rejects).toEqual([]);
  expect(elements[1]).toEqual(elements[0]);
  expect(elements.length).toBe(2);
});

function reversed(message: Message): Message {
  return Object.fromEntries(Object.entries(message).reverse());
}

test("numbers may stand as JSON numbers, by day of year, or with units", () => {
  const numbers = {
    ...MESSAGE,
    NORAD_CAT_ID: 5,
    MEAN_MOTION: 10.82419157,
    EPOCH: "2000-179T18:50:19.733568Z",
  };
  expect(read(JSON.stringify(numbers)).elements).toEqual(read(JSON.stringify(MESSAGE)).elements);
  const kvn = WRITERS["omm-kvn"]!([{ ...MESSAGE, MEAN_MOTION: "10.82419157 [rev/day]" }]);
  expect(read(kvn).elements[0]?.meanMotionRevPerDay).toBe(10.82419157);
});

test.each([
  ["[{", '1: an object that is never closed; expected "}"'],
  ["[]", "1: no message in this JSON; expected a list of OMM objects"],
  ["<html><body>403</body></html>", "1: no <omm> in this XML; expected OMM messages"],
  ["Invalid query", '1: "Invalid query" with no element lines below; expected lines 1 and 2 after a name'],
])("%s is refused as a whole", (text, said) => {
  expect(refusal(text)).toBe(said);
});

test("of several sets of one object the newest counts", () => {
  const later = TLE.map((line) => sealed(line.replace("179.78495062", "180.78495062")));
  const { elements } = read([...later, ...TLE].join("\n"));
  expect(newestElements(elements)).toEqual([elements[0]]);
});

test("whatever the text, reading ends without throwing", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.array(fc.constantFrom(...TLE, "{", "[", "<omm>", '"', ",", "A=1"))),
      (text) => {
        read(typeof text === "string" ? text : text.join("\n"));
      },
    ),
  );
});
