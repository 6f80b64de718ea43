import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { recordExchanges, STORY_SOURCES } from "./exchanges.ts";
import { comparePictures } from "./pictures.ts";
import { addressOf, buildApp, ROOT, tocsin } from "./serving.ts";

/** The product as its reader meets it: the built app on the real server, on the default watch. */
export interface Story {
  readonly base: string;
  readonly browser: Browser;
  /** The window that is open: another costs more than most pages in it. */
  readonly page: Page;
  readonly faults: Faults;
  readonly close: () => Promise<void>;
}

/** Builds the app, starts the server on a new store, and a browser beside it. */
export async function openStory(): Promise<Story> {
  const home = mkdtempSync(path.join(tmpdir(), "tocsin-story-"));
  const [[server, base], browser] = await Promise.all([startServer(home), launchChromium(), buildApp()]);
  const [page, faults] = await openPage({ base, browser }, { width: 1440 });
  const close = async () => {
    await browser.close();
    server.kill("SIGTERM");
    rmSync(home, { recursive: true, force: true });
  };
  return { base, browser, page, faults, close };
}

async function startServer(home: string): Promise<[server: ChildProcess, base: string]> {
  await importConstellation(home);
  await importCameras(home);
  await comparePictures(home);
  await recordExchanges(home);
  const clients = ["--clients", listClients(home)];
  const asked = ["run", "--port", "0", "--estate", "examples/estates/northlight.yaml", ...clients];
  const server = spawn(process.execPath, ["bin/tocsin.js", ...asked], {
    cwd: ROOT,
    env: { ...process.env, TOCSIN_HOME: home, TOCSIN_SOURCES: STORY_SOURCES },
  });
  return [server, await addressOf(server)];
}

/** A client who is told, and one who cannot be reached. */
function listClients(home: string): string {
  const asked = { since: "2026-01-01", name: "Desk" };
  const clients = [
    { ...asked, id: "space-desk", to: `file://${path.join(home, "letters")}` },
    { ...asked, id: "operations", to: "http://127.0.0.1:1/hook", secretFile: "secret" },
  ];
  writeFileSync(path.join(home, "secret"), `whsec_${Buffer.alloc(24).toString("base64")}`);
  writeFileSync(path.join(home, "clients.yaml"), JSON.stringify({ clients }));
  return path.join(home, "clients.yaml");
}

/** Element sets for the orbit page: a shell of sixty objects, and the next day of the first. */
async function importConstellation(home: string): Promise<void> {
  const sets = Array.from({ length: 61 }, (_, i) => ({
    OBJECT_NAME: `SENTRY ${(i % 60) + 1}`,
    OBJECT_ID: null,
    EPOCH: `2026-11-${i < 60 ? "01" : "02"}T00:00:00`,
    MEAN_MOTION: i < 60 ? 14.2 : 14.1,
    ECCENTRICITY: 0.001,
    INCLINATION: 74,
    RA_OF_ASC_NODE: (i % 6) * 60,
    ARG_OF_PERICENTER: 0,
    MEAN_ANOMALY: Math.floor(i / 6) * 36,
    NORAD_CAT_ID: 900_000_001 + (i % 60),
    BSTAR: 0,
  }));
  await importSets(home, "constellation.json", sets);
}

/** A camera of each side in made-up orbits, public at their epoch, for the page of sites. */
async function importCameras(home: string): Promise<void> {
  const sets = [40697, 38012, 40118, 59371].map((id, i) => ({
    OBJECT_NAME: `CAMERA ${id}`,
    OBJECT_ID: null,
    EPOCH: "2026-11-02T00:00:00",
    MEAN_MOTION: 14.6 + i / 10,
    ECCENTRICITY: 0.001,
    INCLINATION: 98,
    RA_OF_ASC_NODE: 40 + i * 40,
    ARG_OF_PERICENTER: 0,
    MEAN_ANOMALY: i * 77,
    NORAD_CAT_ID: id,
    BSTAR: 0,
  }));
  await importSets(home, "cameras.json", sets, "--known", "epoch");
}

async function importSets(
  home: string,
  name: string,
  sets: readonly object[],
  ...more: readonly string[]
): Promise<void> {
  const file = path.join(home, name);
  writeFileSync(file, JSON.stringify(sets));
  await tocsin(home, "import", file, "--kind", "omm", ...more);
}

/** What a page did that it should not have. */
export interface Faults {
  readonly console: string[];
  readonly outside: string[];
}

export interface Look {
  readonly width: 390 | 1440;
}

const sizeOf = ({ width }: Look) => ({ width, height: width === 390 ? 844 : 900 });

/** A page in a context of its own, and the faults that it notes from here on. */
export async function openPage(
  { base, browser }: Pick<Story, "base" | "browser">,
  look: Look,
): Promise<[Page, Faults]> {
  const context = await browser.newContext({ viewport: sizeOf(look) });
  const page = await context.newPage();
  const faults: Faults = { console: [], outside: [] };
  page.on("console", (line) => {
    if (line.type() === "error" || line.type() === "warning") faults.console.push(line.text());
  });
  page.on("pageerror", ({ message }) => faults.console.push(message));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(base))
      faults.outside.push(request.url());
  });
  return [page, faults];
}

/** Loads the app anew at an address, without earlier faults, and waits until everything asked for is there. */
export async function visit(story: Story, address: string, look: Look): Promise<[Page, Faults]> {
  await freshen(story, look);
  await story.page.goto(story.base + address);
  await settled(story.page);
  return [story.page, story.faults];
}

/**
 * The same as a reader goes, inside the app that is open: a start of it costs more than most pages in it. Nothing of
 * the page before is left, even where it was the same one.
 */
export async function turnTo(story: Story, address: string, look: Look): Promise<[Page, Faults]> {
  const { base, page, faults } = story;
  if (!page.url().startsWith(base)) return visit(story, address, look);
  await goWithin(page, "/nowhere");
  await freshen(story, look);
  await goWithin(page, address);
  await settled(page);
  return [page, faults];
}

async function freshen({ page, faults }: Story, look: Look): Promise<void> {
  await page.mouse.move(0, 0);
  await page.setViewportSize(sizeOf(look));
  for (const noted of Object.values(faults)) noted.length = 0;
}

/** Where a page is. */
export const addressed = (page: Page) => new URL(page.url());

/** Goes to an address inside the app that is open, as its links do, until the page of that address is drawn. */
export async function goWithin(page: Page, address: string): Promise<void> {
  await page.evaluate(async (to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, address);
}

/** Waits until nothing on the page is pending, being recomputed or still to be drawn. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").waitFor();
  await page.waitForFunction(
    () => !document.querySelector(".pending, [aria-busy=true], .plot:empty, .world-map:not([data-ready])"),
  );
}
