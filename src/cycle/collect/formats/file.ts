import type { Capture } from "#model/capture.ts";
import type { SourceDocument } from "#model/source-document.ts";
import { decodeBytes, isBinary } from "#science/text/index.ts";
import type { ReadDocuments, ReplyToRead } from "../network-source.ts";
import type { FormatName } from "./format-names.ts";
import { FORMATS } from "./formats.ts";
import { newDocument } from "./new-document.ts";
import { readPage } from "./page.ts";

/** Reads a file somebody brings, by what it is; RangeError or SyntaxError where nothing in it can be read. */
export function readFile(name: string, capture: Capture, bytes: Uint8Array): ReadDocuments {
  const reply = replyOfFile(name, capture, bytes);
  const format = formatOfFile(name, bytes);
  if (format === "page")
    return { documents: [readPage(wholeFile(reply, name), { capture, bytes, url: reply.url })], rejects: [] };
  if (format !== "text") return FORMATS[format].read(reply);
  const { text } = decodeBytes(bytes);
  if (text.trim() === "") throw new RangeError("there is nothing in it");
  if (isBinary(bytes) || !isText(text.slice(0, 4096))) throw new RangeError("it is no text");
  return {
    documents: [{ ...wholeFile(reply, name), text, title: text.trim().split("\n", 1)[0]!.slice(0, 200) }],
    rejects: [],
  };
}

/** A file as the reply that a reader of documents takes; `bytes` are its content, unpacked. */
export function replyOfFile(name: string, capture: Capture, bytes: Uint8Array): ReplyToRead {
  const { source, sha256, fetchedAt } = capture;
  const url = new URL(`file:///${encodeURIComponent(name)}`);
  const reply = { source, url, fetchedAt, bytes, capture: sha256, language: "", step: "", mediaType: "" };
  return { ...reply, headers: {}, memory: () => undefined };
}

function wholeFile(reply: ReplyToRead, name: string): SourceDocument {
  return newDocument(reply, {
    ...{ form: "entry", kind: "file", name, title: "" },
    locator: { type: "page" },
  });
}

/** Whether hardly a character is one that no text holds. */
function isText(text: string): boolean {
  const strange = text.match(/[\p{Cc}\uFFFD]/gu)?.filter((one) => !/\s/.test(one)).length ?? 0;
  return strange < 3;
}

/** Names of columns, where the name of the file in an archive is not seen. */
const HEADER = /^[\w "-]+(,[\w "-]+)+\r?\n/;

/** How a file without a catalogue is read: by what it begins with, and by its ending where that tells nothing. */
function formatOfFile(name: string, bytes: Uint8Array): FormatName | "page" | "text" {
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 4096))
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^<(!doctype html|html)/i.test(head)) return "page";
  if (head.startsWith("<")) return markupFormat(head);
  if (/^[{[]/.test(head)) return jsonFormat(head);
  const columns = head.split("\n", 1)[0]!.split("\t").length;
  if (columns === 61 || columns === 27 || columns === 16) return "gdelt";
  const isTable = /\.(csv|tsv)(\.gz)?$/i.test(name) || (/\.zip$/i.test(name) && HEADER.test(head));
  return isTable ? "csv" : "text";
}

function markupFormat(head: string): FormatName {
  if (/<(\w+:)?(urlset|sitemapindex)\b/i.test(head)) return "sitemap";
  return /loc\.gov\/MARC21\/slim/.test(head) ? "marcxml" : "rss";
}

function jsonFormat(head: string): FormatName {
  if (/"type"\s*:\s*"bundle"/.test(head)) return "stix";
  return /jsonfeed\.org\/version/.test(head) ? "rss" : "json";
}
