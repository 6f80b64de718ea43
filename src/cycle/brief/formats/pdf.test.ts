import { execFileSync, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { composeBrief } from "../compose-brief.ts";
import { material } from "../fixture.ts";
import { renderPdf } from "./pdf.ts";

const FONTS = path.resolve(import.meta.dirname, "../../../../data/fonts");
const fonts = globSync("*.{ttf,otf}", { cwd: FONTS })
  .toSorted()
  .map((name) => readFileSync(path.join(FONTS, name)));

const brief = composeBrief(material);
const pdf = await renderPdf(brief, fonts);

test("a PDF is tagged, dated by the brief and carries its fonts for three scripts", () => {
  const raw = Buffer.from(pdf).toString("latin1");
  expect(raw.startsWith("%PDF-1.7")).toBe(true);
  expect(raw).toMatch(/\/Marked true/);
  expect(raw).toContain("20261123");
  expect(raw).toMatch(/\/FontName \/[A-Z]{6}\+NotoSans-Regular/);
  expect(raw).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansCJKsc-Regular/);
});

/** Of poppler-utils; where it is absent, nothing here can read a PDF back. */
const READER = "pdftotext";
const hasReader = spawnSync(READER, ["-v"]).error === undefined;

test.skipIf(!hasReader)("English, Russian and Chinese can be read back (needs pdftotext)", () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "brief-")), "brief.pdf");
  writeFileSync(file, pdf);
  const text = execFileSync(READER, ["-layout", file, "-"], { encoding: "utf8" });
  expect(text).toContain("Norland widens its spying law, [draft] № 7 «О связи» 通信法");
  expect(text.match(/TLP:GREEN/g)!.length).toBeGreaterThanOrEqual(4);
});

test("the same brief gives the same bytes", async () => {
  expect(Buffer.compare(await renderPdf(brief, fonts), pdf)).toBe(0);
});

test("a brief of hostile text is printed, not run", async () => {
  const sections = [
    { title: '#panic("x")', sentences: [{ text: "*a* $b$ // c <ref-1> @d \\", cites: [] }], figures: [] },
  ];
  const hostile = await renderPdf({ ...brief, sections, references: [] }, fonts);
  expect(hostile.length).toBeGreaterThan(1000);
});
