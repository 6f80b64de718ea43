import { existsSync } from "node:fs";
import path from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { html } from "hono/html";

/** The built web app; every address without a file of its own is a page of it. */
export function webApp(webDir: string): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    if (!existsSync(path.join(webDir, "index.html"))) return c.html(NOT_BUILT, 503);
    await next();
    if (c.res.ok && c.req.path.startsWith("/assets/")) c.res.headers.set("cache-control", FOR_GOOD);
  });
  if (existsSync(webDir)) {
    app.get("*", serveStatic({ root: webDir }));
    app.get("/assets/*", (c) => c.notFound());
    app.get("*", serveStatic({ root: webDir, path: "index.html" }));
  }
  return app;
}

/** The build names assets by their content. */
const FOR_GOOD = "public, max-age=31536000, immutable";

const NOT_BUILT = html`<!doctype html>
  <html lang="en">
    <title>Tocsin: the web app is not built</title>
    <h1>The web app is not built</h1>
    <p>
      Run <code>npm run build</code> in the folder of Tocsin, then start Tocsin again. The interface for
      programs works already: <a href="/api/assessment">/api/assessment</a>,
      <a href="/api/openapi.json">/api/openapi.json</a>.
    </p>
  </html>`;
