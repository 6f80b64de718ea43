import type { Context, Hono } from "hono";
import type { Account } from "#model/account.ts";
import { headUnder } from "#model/release.ts";
import { type TaxiiCollection, taxiiCollections } from "../../cycle/answers/taxii-collections.ts";
import type { Desk } from "../desk.ts";
import { Refusal } from "../refusal.ts";
import { isoDay } from "../shapes/asked.ts";
import { objectsAsked } from "./objects-asked.ts";
import { onlyTaxii, TAXII, taxii } from "./speaking.ts";

const COLLECTION = "/taxii2/api/collections/:collection";
/** Bytes of a body that is taken: nothing is written here. */
const MAX_CONTENT = 65_536;

/** Adds a TAXII 2.1 server to read from: a collection of observations and one of warnings, up to what is released. */
export function addTaxii(app: Hono, deskOf: (account: Account | null) => Desk): void {
  const head = (c: Context) => {
    const { watch, release = "TLP:CLEAR" } = deskOf(c.get("asker").account).world;
    return headUnder(release, watch);
  };
  const all = async (c: Context) => {
    const desk = deskOf(c.get("asker").account);
    return taxiiCollections(desk.world.watch, await desk.offersOn(desk.dayOf(dayAsked(c))));
  };
  const one = async (c: Context) => collectionNamed(c.req.param("collection") ?? "", await all(c));
  app.use("/taxii2/*", onlyTaxii);
  app.get("/taxii2/", (c) => {
    const root = new URL("/taxii2/api/", c.get("asker").address).href;
    return taxii(c, { title: "Tocsin", description: head(c).name, default: root, api_roots: [root] });
  });
  app.get("/taxii2/api/", (c) => {
    const { name, question } = head(c);
    return taxii(c, {
      ...{ title: name, description: question, versions: [TAXII], max_content_length: MAX_CONTENT },
    });
  });
  app.get("/taxii2/api/collections/", async (c) =>
    taxii(c, { collections: (await all(c)).map(({ about }) => about) }),
  );
  app.get(`${COLLECTION}/`, async (c) => taxii(c, (await one(c)).about));
  app.get(`${COLLECTION}/manifest/`, async (c) => {
    const { manifest, dates } = (await one(c)).page(objectsAsked(c));
    return taxii(c, manifest, dates);
  });
  app.get(`${COLLECTION}/objects/`, async (c) => {
    const { envelope, dates } = (await one(c)).page(objectsAsked(c));
    return taxii(c, envelope, dates);
  });
  app.get(`${COLLECTION}/objects/:id/`, async (c) => {
    const { envelope, dates } = onlyObject(c, await one(c));
    return taxii(c, envelope, dates);
  });
  app.get(`${COLLECTION}/objects/:id/versions/`, async (c) => {
    const { versions, dates } = onlyObject(c, await one(c), ["all"]);
    return taxii(c, versions, dates);
  });
  app.all("/taxii2/*", (c) => {
    if (c.req.method !== "GET") throw new Refusal(403, "read-only", "Nothing is written here.");
    throw new Refusal(404, "no-route", `There is no ${c.req.path} here.`);
  });
}

function collectionNamed(name: string, collections: readonly TaxiiCollection[]): TaxiiCollection {
  const found = collections.find(({ about }) => about.id === name || about.alias === name);
  if (found) return found;
  throw new Refusal(404, "no-collection", `There is no collection "${name}".`);
}

/** The versions of one object; Refusal where the collection holds nothing of that id. */
function onlyObject(c: Context, collection: TaxiiCollection, versions = objectsAsked(c).versions) {
  const id = c.req.param("id") ?? "";
  if (collection.page({ ids: [id], versions: ["all"], limit: 1 }).dates.first === undefined)
    throw new Refusal(404, "no-object", `There is no object "${id}" here.`);
  return collection.page({ ...objectsAsked(c), ids: [id], versions });
}

function dayAsked(c: Context): string | undefined {
  const asked = isoDay.optional().safeParse(c.req.query("asOf"));
  if (asked.success) return asked.data;
  throw new Refusal(400, "bad-request", `asOf: ${asked.error.issues[0]!.message}.`);
}
