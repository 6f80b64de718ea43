import type { Capture } from "#model/capture.ts";
import type { SourceDocument } from "#model/source-document.ts";
import { extractPage, isBinary } from "#science/text/index.ts";
import { addressIn, folded } from "./new-document.ts";

/** A page as it came, unpacked, and where it was found in the end. */
export interface FetchedPage {
  readonly capture: Capture;
  readonly bytes: Uint8Array;
  readonly url: URL;
}

const LONGEST_TEXT = 200_000;
/** A page with less to read than this is a door, a notice or a video. */
const LEAST_TEXT = 80;
/** Media types of what is no page, unless it begins like one all the same. */
const NO_PAGE = /json|javascript|ecmascript|\/css|^(?:image|audio|video|font)\//i;

/** The article of the page an entry leads to, in the entry's place; RangeError where the page holds none. */
export function readPage(entry: SourceDocument, { capture, bytes, url }: FetchedPage): SourceDocument {
  if (isBinary(bytes) || (NO_PAGE.test(capture.mediaType) && !beginsLikeMarkup(bytes)))
    throw new RangeError(`it is no page but ${capture.mediaType}`);
  const article = extractPage(bytes, { url: url.href, contentType: capture.mediaType });
  if (article.text.length < LEAST_TEXT) throw new RangeError("there is no article on the page");
  const canonical = article.url === null ? null : addressIn(article.url, url);
  return {
    ...entry,
    form: "page",
    canonical: canonical ?? entry.canonical,
    // The feed's title is what the editors gave; the page's may be that of the site.
    title: entry.title || folded(article.title ?? ""),
    text: article.text.slice(0, LONGEST_TEXT),
    authors: article.author === null ? entry.authors : [article.author],
    published: entry.published ?? article.published,
    language: article.lang ?? entry.language,
    capture: capture.sha256,
    locator: { type: "page" },
    fetchedAt: capture.fetchedAt,
    attributes: {
      ...entry.attributes,
      ...(article.modified !== null && { modified: article.modified }),
      ...(article.siteName !== null && { siteName: article.siteName }),
      ...(article.cut && { cut: true }),
    },
  };
}

function beginsLikeMarkup(bytes: Uint8Array): boolean {
  return /^[\s\uFEFF]*</.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}
