import { inflateRawSync } from "node:zlib";
import { DOMParser } from "linkedom";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { Figure } from "#model/brief.ts";
import { composeBrief } from "../compose-brief.ts";
import { material } from "../fixture.ts";
import { renderDocx } from "./docx.ts";

const brief = composeBrief(material);
const docx = await renderDocx(brief);

/** Entries of an archive by name, each with its MS-DOS date. */
function unzip(archive: Uint8Array): Map<string, { content: Buffer; text: string; date: number }> {
  const bytes = Buffer.from(archive);
  const entries = new Map<string, { content: Buffer; text: string; date: number }>();
  for (let at = bytes.readUInt32LE(bytes.length - 6); bytes.readUInt32LE(at) === 0x02014b50;) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((o, i) =>
      i === 0 ? bytes.readUInt32LE(at + o) : bytes.readUInt16LE(at + o),
    ) as [number, number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + size);
    const content = bytes.readUInt16LE(local + 8) === 0 ? packed : inflateRawSync(packed);
    entries.set(bytes.toString("utf8", at + 46, at + 46 + name), {
      ...{ content, text: content.toString() },
      date: bytes.readUInt16LE(local + 12),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

const entries = unzip(docx);
const body = new DOMParser().parseFromString(entries.get("word/document.xml")!.text, "text/xml");
const all = (tag: string) => [...body.getElementsByTagName(tag)];

test("every citation leads to the bookmark of its reference", () => {
  const bookmarks = all("w:bookmarkStart").map((mark) => mark.getAttribute("w:name"));
  expect(bookmarks).toEqual(["ref-1", "ref-2", "ref-3", "ref-4"]);
  const anchors = new Set(all("w:hyperlink").map((link) => link.getAttribute("w:anchor")));
  expect(anchors).toEqual(new Set(bookmarks));
});

test("sections are headings and scenarios are headings below them", () => {
  const styles = all("w:pStyle").map((style) => style.getAttribute("w:val"));
  expect(styles.filter((style) => style === "Heading1")).toHaveLength(brief.sections.length + 1);
  expect(styles.filter((style) => style === "Heading2")).toHaveLength(3);
});

test("text is kept as it is, in every script", () => {
  const text = all("w:t")
    .map(({ textContent }) => textContent)
    .join("");
  expect(text).toContain("[draft] № 7 «О связи» 通信法");
  expect(text).toContain("“Sudland holds two engineers accused of spying for Norland”");
});

test("a fan is a picture with a text alternative, and unknown is striped", () => {
  expect(all("wp:docPr").map((picture) => picture.getAttribute("descr"))).toEqual([
    expect.stringContaining("70 %, 55–82 by 21 February 2027"),
  ]);
  expect(entries.has("word/media/image1.svg")).toBe(true);
  expect(all("w:shd").filter((shade) => shade.getAttribute("w:val") === "thinDiagStripe")).toHaveLength(1);
});

/** A picture of one colour, as a brief carries it. */
async function photograph(background: string): Promise<string> {
  const create = { width: 64, height: 48, channels: 3, background } as const;
  const jpeg = await sharp({ create }).jpeg().toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString("base64")}`;
}

test("the pictures of a site can be opened: before on the left, after on the right, as large as the page says", async () => {
  const pictures: Extract<Figure, { type: "pictures" }> = {
    ...{ type: "pictures", caption: "Pier.", alt: "Two pictures.", credit: "Copernicus" },
    ...{ width: 64, height: 48, metresPerPixel: 10 },
    pictures: [
      { on: "2026-06-01", told: "MSI", image: await photograph("#ff0000") },
      { on: "2026-07-01", told: "MSI", image: await photograph("#0000ff") },
    ],
  };
  const packed = unzip(
    await renderDocx(composeBrief({ ...material, ground: [{ findings: ["E-1"], pictures }] })),
  );
  const media = [...packed].filter(([name, { text }]) => name.endsWith(".svg") && text.includes("<image"));
  const drawn = await sharp(media[0]![1].content).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = drawn.info;
  const colourAt = (x: number, y: number) => {
    const at = channels * (Math.round(y * height) * width + Math.round(x * width));
    return [...drawn.data.subarray(at, at + 3)].map((value) => (value > 127 ? 1 : 0));
  };
  expect([colourAt(0.25, 0.4), colourAt(0.75, 0.4)]).toEqual([
    [1, 0, 0],
    [0, 0, 1],
  ]);
  const page = new DOMParser().parseFromString(packed.get("word/document.xml")!.text, "text/xml");
  const shown = [...page.getElementsByTagName("wp:inline")].find((one) =>
    one.outerHTML.includes("Two pictures."),
  )!;
  const [wide, high] = ["cx", "cy"].map((side) =>
    Number(shown.getElementsByTagName("wp:extent")[0]!.getAttribute(side)),
  ) as [number, number];
  expect(wide / high).toBeCloseTo(width / height, 1);
});

test("links that are no evidence are not offered", () => {
  const fields = all("w:fldSimple").map((field) => field.getAttribute("w:instr"));
  expect(fields).toEqual(["E-1", "C-1", "E-3"].map((id) => `HYPERLINK "https://example.org/${id}"`));
});

test("the file is dated by the brief, and the same brief gives the same bytes", async () => {
  const packed = ((2026 - 1980) << 9) | (11 << 5) | 23;
  expect(new Set([...entries.values()].map(({ date }) => date))).toEqual(new Set([packed]));
  expect(entries.get("docProps/core.xml")!.text).toContain(">2026-11-23T00:00:00Z</dcterms:created>");
  expect(Buffer.compare(await renderDocx(brief), docx)).toBe(0);
});
