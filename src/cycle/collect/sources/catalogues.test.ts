import { expect, test } from "vitest";
import { readGcat } from "./gcat.ts";
import { readSatcat } from "./satcat.ts";

const SATCAT_HEADER =
  "OBJECT_NAME,OBJECT_ID,NORAD_CAT_ID,OBJECT_TYPE,OPS_STATUS_CODE,OWNER,LAUNCH_DATE,LAUNCH_SITE,DECAY_DATE,PERIOD";

test("SATCAT says name, owner and dates, and a row without a number is a reject at its place", () => {
  const rows = [
    "SL-1 R/B,1957-001A,1,R/B,D,CIS,1957-10-04,TYMSC,1957-12-01,96.19",
    "SHIYAN 21,2026-099A,123456789,PAY,+,PRC,2026-05-01,XICLF,,1436.1",
    "NOBODY,2026-099B,none,PAY,+,PRC,2026-05-01,XICLF,,1436.1",
    "SOMEDAY,2026-099C,7,PAY,+,PRC,2026-05-01,XICLF,n/a,1436.1",
  ];
  const { objects, rejects } = readSatcat([SATCAT_HEADER, ...rows].join("\n"), "hash");
  expect(objects).toEqual([
    {
      id: 1,
      name: "SL-1 R/B",
      designator: "1957-001A",
      kind: "rocket body",
      owner: "CIS",
      launchedOn: "1957-10-04",
      decayedOn: "1957-12-01",
      launchSite: "TYMSC",
    },
    expect.objectContaining({ id: 123456789, kind: "payload", decayedOn: "" }),
  ]);
  expect(rejects).toEqual([
    expect.objectContaining({ capture: "hash", line: 4, column: 18, wrong: 'NORAD_CAT_ID "none"' }),
    expect.objectContaining({ line: 5, column: 48, wrong: 'DECAY_DATE "n/a"' }),
  ]);
});

test("what is no SATCAT gives one reject for each column it lacks", () => {
  const { objects, rejects } = readSatcat("<html>busy</html>", "hash");
  expect(objects).toEqual([]);
  expect(rejects[0]).toMatchObject({ line: 1, wrong: 'no column "OBJECT_NAME"' });
});

test("GCAT writes as much of a date as it knows, and lists objects without a number", () => {
  const header = "#JCAT\tSatcat\tPiece\tType\tName\tLDate\tDDate\tOwner\tState";
  const lines = [
    "# Updated 2026 Nov  1",
    "S00001\t00001\t1957 ALP 1\tR2\t8K71A M1-10\t1957 Oct  4\t1957 Dec  1 1000?\tOKB1\tSU",
    "S04922\t4922\t1971-003A\tP\tX\t1971 Feb\t1975?\t-\tSU",
    "A00001\t-\t-\tP\tLost\t-\t-\t-\t-",
    "S00002\tbroken",
    "S00003\tthree\t-\tP\tOdd\t-\t-\t-\t-",
  ];
  const { objects, rejects } = readGcat([header, ...lines].join("\n"), "hash");
  expect(
    objects.map(({ id, kind, owner, launchedOn, decayedOn }) => [id, kind, owner, launchedOn, decayedOn]),
  ).toEqual([
    [1, "rocket body", "SU:OKB1", "1957-10-04", "1957-12-01"],
    [4922, "payload", "SU", "1971-02", "1975"],
  ]);
  expect(rejects).toEqual([
    expect.objectContaining({ line: 6, wrong: "2 fields", text: "S00002\tbroken" }),
    expect.objectContaining({ line: 7, wrong: 'Satcat "three"' }),
  ]);
});
