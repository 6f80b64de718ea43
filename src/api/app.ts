import { Hono } from "hono";
import { etag } from "hono/etag";
import type { Day } from "#model/day.ts";
import { InputError, OutsideFailed } from "#model/input-error.ts";
import type { World } from "../cycle/world.ts";
import type { Gate } from "#access/index.ts";
import { answering } from "./answering.ts";
import { knowingWhoAsks, waysToSay } from "./asker.ts";
import { createDesk, desksOf } from "./desk.ts";
import { onlyItsNames, onlySameOrigin, onlySmallBodies, safeHeaders } from "./guards.ts";
import { openApiOf } from "./openapi.ts";
import { type Reach, THIS_MACHINE_ALONE } from "./reach.ts";
import { Refusal } from "./refusal.ts";
import { methodAndPath } from "./route.ts";
import { ROUTES } from "./routes.ts";
import { addTaxii } from "./taxii/server.ts";
import { taxiiError, type Fault } from "./taxii/speaking.ts";
import { webApp } from "./web-app.ts";

export interface AppSettings {
  readonly world: World;
  readonly today: () => Day;
  /** Folder of the built web app. */
  readonly webDir: string;
  /** Where failures nobody is told about go. */
  readonly log: (line: string) => void;
  /** Absent where nobody has to say who they are. */
  readonly gate?: Gate;
  /** This machine alone where it is not said. */
  readonly reach?: Reach;
}

/** Where something of the record is answered; the web app itself holds none of it. */
const GUARDED = ["/api/*", "/feeds/*", "/taxii2/*"];

/** The HTTP interface: the routes of the contract, their description, and the web app. */
export function createApp(settings: AppSettings): Hono {
  const { world, today, webDir, log, gate, reach = THIS_MACHINE_ALONE } = settings;
  const app = new Hono();
  const deskOf = desksOf(createDesk(world, today, gate));
  app.use(safeHeaders, onlyItsNames(reach), onlySameOrigin(reach), onlySmallBodies);
  for (const paths of GUARDED) app.use(paths, knowingWhoAsks(gate, reach));
  app.use("/feeds/*", etag());
  for (const route of ROUTES) {
    const { method, path } = methodAndPath(route.name);
    app.on(method, path, answering(route, deskOf));
  }
  addOtherMethods(app);
  app.get("/api/openapi.json", (c) => c.json(openApiOf(ROUTES)));
  addTaxii(app, deskOf);
  app.all("/feeds/*", (c) => c.json(told("no-route", `There is no ${c.req.path} here.`), 404));
  app.all("/api/*", (c) => c.json(told("no-route", `There is no ${c.req.path} here.`), 404));
  app.route("/", webApp(webDir));
  app.notFound((c) => c.json(told("not-found", "There is nothing under this address."), 404));
  app.onError((error, c) => {
    const fault = faultOf(error);
    if (fault.status === 401) c.header("www-authenticate", waysToSay(c.req.path));
    if (fault.status >= 500) log(`${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`);
    if (c.req.path.startsWith("/taxii2/")) return taxiiError(c, fault);
    return c.json(told(fault.code, fault.message), fault.status);
  });
  return app;
}

/** An address that is asked by other methods says which. */
function addOtherMethods(app: Hono): void {
  for (const [path, routes] of Map.groupBy(ROUTES, ({ name }) => methodAndPath(name).path)) {
    const methods = routes.map(({ name }) => methodAndPath(name).method);
    const allowed = methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", ");
    app.all(path, (c) => {
      c.header("allow", allowed);
      return c.json(told("no-method", `${c.req.path} takes ${allowed}, not ${c.req.method}.`), 405);
    });
  }
}

/** What is said of a failure to whoever asked. */
function faultOf(error: Error): Fault {
  if (error instanceof Refusal) return error;
  if (error instanceof InputError) return { status: 422, code: "refused", message: error.message };
  if (error instanceof OutsideFailed)
    return { status: 503, code: "store", message: "The store could not be reached." };
  return { status: 500, code: "fault", message: "The server failed at this; its log says where." };
}

function told(code: string, message: string) {
  return { error: { code, message } };
}
