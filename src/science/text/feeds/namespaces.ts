import type { MarkupNode } from "../markup/markup-tree.ts";

/** The vocabularies that are read, by part of their address; the core ones (Atom, RSS, sitemap) have no prefix. */
const PREFIX_OF_ADDRESS: readonly (readonly [address: RegExp, prefix: string])[] = [
  [
    /w3\.org\/2005\/atom|purl\.org\/atom\/ns|purl\.org\/rss\/1\.0\/?$|netscape\.com\/rdf|backend\.userland\.com|cyber\.law\.harvard\.edu\/rss|blogs\.law\.harvard\.edu|sitemaps\.org\/schemas\/sitemap|google\.com\/schemas\/sitemap\/0|my\.netscape\.com/i,
    "",
  ],
  [/purl\.org\/dc\/elements/i, "dc"],
  [/purl\.org\/dc\/terms/i, "dcterms"],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, "content"],
  [/itunes/i, "itunes"],
  [/search\.yahoo\.com\/mrss/i, "media"],
  [/feedburner/i, "feedburner"],
  [/schemas\/sitemap-news/i, "news"],
  [/22-rdf-syntax-ns/i, "rdf"],
  [/1999\/xhtml/i, ""],
  [/wellformedweb|slash|syndication|admin|geo|opengis/i, "other"],
];
/** What undeclared prefixes are meant to be. */
const USUAL: Readonly<Record<string, string>> = {
  atom: "",
  atom10: "",
  a10: "",
  rss: "",
  rss10: "",
  sm: "",
  html: "",
  xhtml: "",
};

type Prefixes = ReadonlyMap<string, string>;

/** A tree whose names carry the usual prefix of their vocabulary, whatever prefix the document chose. */
export function withUsualPrefixes(node: MarkupNode, inherited: Prefixes = new Map()): MarkupNode {
  const prefixes = declaredIn(node.attributes, inherited);
  return {
    name: usualName(node.name, prefixes),
    attributes: usualAttributes(node.attributes, prefixes),
    children: node.children.map((child) =>
      typeof child === "string" ? child : withUsualPrefixes(child, prefixes),
    ),
  };
}

function declaredIn(attributes: MarkupNode["attributes"], inherited: Prefixes): Prefixes {
  const declared = Object.entries(attributes).filter(([key]) => key === "xmlns" || key.startsWith("xmlns:"));
  if (declared.length === 0) return inherited;
  const usual = declared.map(([key, address]): [string, string] => {
    const prefix = key.slice(6);
    const known = PREFIX_OF_ADDRESS.find(([pattern]) => pattern.test(address));
    return [prefix, known?.[1] ?? USUAL[prefix] ?? prefix];
  });
  return new Map([...inherited, ...usual]);
}

function usualAttributes(attributes: MarkupNode["attributes"], prefixes: Prefixes): MarkupNode["attributes"] {
  const keys = Object.keys(attributes);
  if (!keys.some((key) => key.includes(":") && !key.startsWith("xml"))) return attributes;
  return Object.fromEntries(
    keys.map((key) => [key.includes(":") ? usualName(key, prefixes) : key, attributes[key]!]),
  );
}

function usualName(name: string, prefixes: Prefixes): string {
  const colon = name.indexOf(":");
  const prefix = colon < 0 ? "" : name.slice(0, colon);
  const usual = prefixes.get(prefix) ?? USUAL[prefix] ?? prefix;
  return usual === "" ? name.slice(colon + 1) : `${usual}:${name.slice(colon + 1)}`;
}
