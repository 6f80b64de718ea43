import { existsSync } from "node:fs";
import path from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Context, MiddlewareHandler, Next } from "hono";
import { html } from "hono/html";

/** The built web app; every address without a file of its own is a page of it. */
export function webApp(webDir: string): MiddlewareHandler {
  const file = serveStatic({ root: webDir, onFound: keepHashedFiles });
  const page = serveStatic({ root: webDir, path: "index.html" });
  return async (c: Context, next: Next) => {
    if (!existsSync(path.join(webDir, "index.html"))) return c.html(NOT_BUILT, 503);
    if (path.extname(c.req.path) !== "") return file(c, next);
    return page(c, next);
  };
}

/** The build names these files by their content. */
function keepHashedFiles(file: string, c: Context): void {
  if (/[/\\]assets[/\\]/.test(file)) c.header("cache-control", "public, max-age=31536000, immutable");
}

const NOT_BUILT = html`<!doctype html>
  <html lang="en">
    <title>Tocsin: the web app is not built</title>
    <h1>The web app is not built</h1>
    <p>
      Run <code>npm run build</code> in the folder of Tocsin, then load this page again. The interface for
      programs works already: <a href="/api/assessment">/api/assessment</a>,
      <a href="/api/openapi.json">/api/openapi.json</a>.
    </p>
  </html>`;
