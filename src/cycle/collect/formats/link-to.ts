import { decodeBytes, readListing } from "#science/text/index.ts";
import type { ReadDocuments, ReplyToRead } from "../network-source.ts";
import { addressIn } from "./new-document.ts";

/**
 * Where a page stands in for a data file, the way to the first file it links whose address is of that kind, at the
 * same host; null for a reply that is no page. RangeError for a page that links none.
 */
export function linkTo({ bytes, mediaType, url }: ReplyToRead, address: RegExp): ReadDocuments | null {
  const head = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart();
  if (!/^<(!doctype html|html|head|body)/i.test(head)) return null;
  const listing = readListing(decodeBytes(bytes, { contentType: mediaType }).text);
  const found = listing.links
    .map(({ href }) => addressIn(href, url))
    .find(
      (link) => link !== null && new URL(link).host === url.host && address.test(link) && link !== url.href,
    );
  if (found === undefined || found === null) throw new RangeError("it is a page that links no such file");
  return { documents: [], rejects: [], follow: [{ url: new URL(found) }] };
}
