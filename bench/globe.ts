import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { chromiumPath, launchChromium } from "../web/story/chromium.ts";
import { addressOf, buildApp, ROOT } from "../web/story/serving.ts";
import type { BenchRow } from "./bench-row.ts";
import { orbitText } from "./orbits/catalogue.ts";

const CATALOGUE = "../shared/data/orbit/catalog_20250901.tle.gz";
const SECONDS = 10;
/** Two stations and a satellite of the belt, with their tracks. */
const FOLLOWED = "25544,48274,40258";
const GLOBE = ".orbit-globe .world-map[data-ready]";

/** What one frame of the globe with a whole catalogue costs, the clock sixty times as fast as the world's. */
export async function benchGlobe(): Promise<BenchRow[]> {
  const lacks = chromiumPath === null ? "no Chromium is found" : `${CATALOGUE} is not there`;
  if (chromiumPath === null || !existsSync(CATALOGUE))
    return [{ name: "globe", figure: `not measured: ${lacks}` }];
  const home = mkdtempSync(path.join(tmpdir(), "tocsin-globe-"));
  const catalogue = orbitText(CATALOGUE);
  await buildApp();
  const server = serve(home, catalogue);
  const [base, browser] = await Promise.all([addressOf(server), launchChromium()]);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const drawn = await framesOfGlobe(page, base);
    const blank = await framesOfBlankCanvas(page);
    const objects = catalogue.match(/^1 /gm)!.length;
    return rowsOf(objects, drawn, blank);
  } finally {
    await browser.close();
    server.kill("SIGTERM");
    rmSync(home, { recursive: true, force: true });
  }
}

/** The built app on the real server, with the catalogue in a new store. */
function serve(home: string, catalogue: string): ChildProcess {
  const surroundings = { cwd: ROOT, env: { ...process.env, TOCSIN_HOME: home } };
  const file = path.join(home, "catalogue.tle");
  writeFileSync(file, catalogue);
  execFileSync(process.execPath, ["bin/tocsin.js", "import", file, "--kind", "tle"], {
    ...surroundings,
    stdio: "ignore",
  });
  return spawn(process.execPath, ["bin/tocsin.js", "run", "--port", "0"], surroundings);
}

/** How many frames a second are drawn, and the main thread's processor time for each, milliseconds. */
interface Frames {
  readonly perSecond: number;
  readonly scriptMs: number;
  readonly taskMs: number;
}

async function framesOfGlobe(page: Page, base: string): Promise<Frames> {
  await page.goto(`${base}/orbit?follow=${FOLLOWED}`);
  await page.locator(GLOBE).waitFor({ timeout: 120_000 });
  await page.getByText("60 ×", { exact: true }).click();
  await page.waitForTimeout(3000);
  return counted(page);
}

/** As many as this browser can show on this machine of a canvas as large as the globe's, painted in one colour. */
async function framesOfBlankCanvas(page: Page): Promise<Frames> {
  const size = await page.evaluate(
    `(({ width, height }) => ({ width, height }))(document.querySelector("canvas"))`,
  );
  await page.goto("about:blank");
  await page.evaluate(`{
    const canvas = Object.assign(document.createElement("canvas"), ${JSON.stringify(size)});
    const gl = document.body.appendChild(canvas).getContext("webgl2");
    requestAnimationFrame(function paint(ms) {
      gl.clearColor((ms / 1000) % 1, 0, 0, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      requestAnimationFrame(paint);
    });
  }`);
  return counted(page);
}

/** The frames that the page is given, and what the main thread does meanwhile. */
async function counted(page: Page): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await busySeconds(session);
  const frames = Number(
    await page.evaluate(`new Promise((told) => {
      const begun = performance.now();
      let frames = 0;
      requestAnimationFrame(function count() {
        frames++;
        if (performance.now() - begun < ${SECONDS * 1000}) requestAnimationFrame(count);
        else told(frames);
      });
    })`),
  );
  const after = await busySeconds(session);
  const each = (name: "ScriptDuration" | "TaskDuration") => ((after[name] - before[name]) * 1000) / frames;
  return {
    perSecond: frames / (after.Timestamp - before.Timestamp),
    scriptMs: each("ScriptDuration"),
    taskMs: each("TaskDuration"),
  };
}

async function busySeconds(session: CDPSession) {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {
    ScriptDuration: of("ScriptDuration"),
    TaskDuration: of("TaskDuration"),
    Timestamp: of("Timestamp"),
  };
}

function rowsOf(objects: number, drawn: Frames, blank: Frames): BenchRow[] {
  return [
    {
      name: `globe, ${objects} objects, three followed, 60 ×: the page's own work a frame`,
      figure: `${drawn.scriptMs.toFixed(2)} ms of script, ${drawn.taskMs.toFixed(2)} ms of the main thread`,
      target: "16.7 ms",
    },
    {
      name: "the same, drawn by the processor (SwiftShader): frames a second",
      figure: `${drawn.perSecond.toFixed(1)} /s`,
      target: "60 /s",
      peer: `an empty canvas of that size ${blank.perSecond.toFixed(1)} /s`,
      ratio: (drawn.perSecond / blank.perSecond).toFixed(2),
    },
  ];
}

if (import.meta.main) console.table(await benchGlobe());
