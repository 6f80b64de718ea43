/** A JSON object as it came: nothing about it is known yet. */
export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text under the first of the keys that has one. */
export function textIn(object: Json, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = object[key];
    if (typeof value === "string" && value !== "") return value;
  }
  return null;
}

/** The number under the first of the keys that has one; a text that is a number counts. */
export function numberIn(object: Json, ...keys: readonly string[]): number | null {
  for (const key of keys) {
    const value = object[key];
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    if (typeof number === "number" && Number.isFinite(number)) return number;
  }
  return null;
}

/** The objects in a list, none where it is no list. */
export function objectsIn(object: Json, key: string): Json[] {
  const list = object[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** The texts in a list, none where it is no list. */
export function textsIn(object: Json, key: string): string[] {
  const list = object[key];
  return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
}

/** A link of a STAC document. */
export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly method: "GET" | "POST";
  readonly type: string | null;
  /** What a next page is asked with, and whether that is laid over the last question. */
  readonly body: Json | null;
  readonly merge: boolean;
  /** What a next page is asked with beside its address. */
  readonly headers: Readonly<Record<string, string>>;
}

function headersIn(headers: unknown): Readonly<Record<string, string>> {
  const sound = Object.entries(isObject(headers) ? headers : {}).filter(
    (entry): entry is [string, string] =>
      /^[\w-]+$/.test(entry[0]) && typeof entry[1] === "string" && /^[\x20-\x7e]*$/.test(entry[1]),
  );
  return Object.fromEntries(sound);
}

/** The links of a document that lead to no page for people, relative addresses resolved against where it came from. */
export function linksIn(document: Json, base: string): Link[] {
  return objectsIn(document, "links").flatMap((link) => {
    const [rel, href] = [textIn(link, "rel"), textIn(link, "href")];
    if (rel === null || href === null || !URL.canParse(href, base)) return [];
    const type = textIn(link, "type");
    if (/^text\/html/i.test(type ?? "")) return [];
    const method = textIn(link, "method")?.toUpperCase() === "POST" ? "POST" : "GET";
    const body = isObject(link.body) ? link.body : null;
    return [
      {
        rel,
        href: new URL(href, base).href,
        method,
        type,
        body,
        merge: link.merge === true,
        headers: headersIn(link.headers),
      },
    ];
  });
}
