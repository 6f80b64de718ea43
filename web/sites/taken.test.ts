import { expect, test } from "vitest";
import type { SitePicturesReply } from "../../src/api/contract.ts";
import { takenOf } from "./taken.ts";

const picture = (date: string, clearShare = 1) => ({
  ...{ date, scene: `S2 ${date}`, file: "", clearShare, picture: `hash ${date}` },
  ...{ passDirection: "descending", sunElevationDeg: 54, cloudPercent: 12 },
});
const compared = (before: string, after: string, status: string) => ({
  ...{ before: picture(before), after: picture(after, 0.9), later: [], sensor: "MSI", kind: "optical" },
  findings: [{ firstSeen: after, status }],
});
const scene = (datetime: string, cloudPercent: number | null) => ({
  ...{ id: datetime, platform: "sentinel-2a", collection: null, passDirection: null, datetime, cloudPercent },
});
const reply = (comparisons: readonly unknown[], scenes: readonly unknown[]) =>
  ({ comparisons, available: { lastSearched: null, scenes } }) as unknown as SitePicturesReply;

test("a compared picture stands for its day, other scenes stand as not compared", () => {
  const taken = takenOf(
    reply(
      [compared("2026-06-01", "2026-07-01", "candidate")],
      [scene("2026-06-11T05:00:00Z", 80), scene("2026-07-01T05:00:00Z", 12)],
    ),
  );
  expect(taken.map(({ on, picture: hash, found }) => [on, hash, found])).toEqual([
    ["2026-06-01", "hash 2026-06-01", null],
    ["2026-06-11", null, null],
    ["2026-07-01", "hash 2026-07-01", "candidate"],
  ]);
  expect(taken[1]).toMatchObject({ told: "sentinel-2a", hiddenPercent: 80 });
  expect(taken[2]!.told).toBe("MSI, descending, Sun 54° high, 12 % cloud, 10 % hidden");
});

test("of several scenes of a day the clearest is told, and the surest finding", () => {
  const scenes = [scene("2026-08-01T05:00:00Z", null), scene("2026-08-01T06:00:00Z", 30)];
  const pairs = [
    compared("2026-06-01", "2026-07-01", "candidate"),
    compared("2026-05-01", "2026-07-01", "confirmed"),
  ];
  const taken = takenOf(reply(pairs, scenes));
  expect(taken.find(({ on }) => on === "2026-08-01")!.hiddenPercent).toBe(30);
  expect(taken.find(({ on }) => on === "2026-07-01")!.found).toBe("confirmed");
});
