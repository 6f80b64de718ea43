import { afterAll, beforeAll, describe, test } from "vitest";
import { accountsAreAsked } from "./accounts.ts";
import { chromiumPath } from "./chromium.ts";
import { lawIsTold } from "./law.ts";
import { pagesRender } from "./pages.ts";
import { contributionsAreVetted, reportsAreDecided } from "./review.ts";
import { picturesAreCompared, sitesAreNarrowed } from "./sites.ts";
import { openStory, type Story } from "./story.ts";
import {
  alignmentIsMapped,
  derivationOpens,
  handsReach,
  orbitsFollow,
  requirementsRank,
  sourcesAreTold,
  storiesAreTold,
  suppositionsAnswer,
  timelineAnswers,
  timeMoves,
} from "./use.ts";

if (chromiumPath === null) {
  process.stderr.write(
    "skipped, no Chromium on this machine (set CHROMIUM to its path): the web app in a browser\n",
  );
  test.skip("the web app in a browser: no Chromium on this machine (set CHROMIUM to its path)", () =>
    undefined);
} else {
  let story: Story | undefined;
  beforeAll(async () => {
    story = await openStory();
  }, 180_000);
  afterAll(() => story?.close());
  describe("the time control", () => timeMoves(() => story!));
  describe("the derivation", () => derivationOpens(() => story!));
  describe("the timeline", () => timelineAnswers(() => story!));
  describe("sources", () => sourcesAreTold(() => story!));
  describe("stories and letters", () => storiesAreTold(() => story!));
  describe("alignment", () => alignmentIsMapped(() => story!));
  describe("law", () => lawIsTold(() => story!));
  describe("what if", () => suppositionsAnswer(() => story!));
  describe("what would move it", () => requirementsRank(() => story!));
  describe("review", () => reportsAreDecided(() => story!));
  describe("pictures of a site", () => picturesAreCompared(() => story!));
  describe("sites", () => sitesAreNarrowed(() => story!));
  describe("contributions", () => contributionsAreVetted(() => story!));
  describe("orbits", () => orbitsFollow(() => story!));
  describe("hands and eyes", () => handsReach(() => story!));
  describe("accounts", () => accountsAreAsked(() => story!));
  describe("every page", () => pagesRender(() => story!));
}
