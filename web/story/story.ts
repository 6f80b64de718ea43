import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { recordExchanges, STORY_SOURCES } from "./exchanges.ts";
import { comparePictures } from "./pictures.ts";
import { addressOf, buildApp, ROOT } from "./serving.ts";

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
  buildApp();
  const home = mkdtempSync(path.join(tmpdir(), "tocsin-story-"));
  importConstellation(home);
  importCameras(home);
  comparePictures(home);
  await recordExchanges(home);
  const clients = ["--clients", listClients(home)];
  const asked = ["run", "--port", "0", "--estate", "examples/estates/northlight.yaml", ...clients];
  const server = spawn(process.execPath, ["bin/tocsin.js", ...asked], {
    cwd: ROOT,
    env: { ...process.env, TOCSIN_HOME: home, TOCSIN_SOURCES: STORY_SOURCES },
  });
  const [base, browser] = await Promise.all([addressOf(server), launchChromium()]);
  const [page, faults] = await openPage({ base, browser }, { width: 1440 });
  const close = async () => {
    await browser.close();
    server.kill("SIGTERM");
    rmSync(home, { recursive: true, force: true });
  };
  return { base, browser, page, faults, close };
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
function importConstellation(home: string) {
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
  importSets(home, "constellation.json", sets);
}

/** A camera of each side in made-up orbits, public at their epoch, for the page of sites. */
function importCameras(home: string) {
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
  importSets(home, "cameras.json", sets, "--known", "epoch");
}

function importSets(home: string, name: string, sets: readonly object[], ...more: readonly string[]) {
  const file = path.join(home, name);
  writeFileSync(file, JSON.stringify(sets));
  execFileSync(process.execPath, ["bin/tocsin.js", "import", file, "--kind", "omm", ...more], {
    cwd: ROOT,
    env: { ...process.env, TOCSIN_HOME: home },
  });
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
export async function visit(
  { base, page, faults }: Story,
  address: string,
  look: Look,
): Promise<[Page, Faults]> {
  await page.mouse.move(0, 0);
  await page.setViewportSize(sizeOf(look));
  for (const noted of Object.values(faults)) noted.length = 0;
  await page.goto(base + address);
  await settled(page);
  return [page, faults];
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
