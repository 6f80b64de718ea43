import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import type { GroundFound } from "#model/brief.ts";
import { composeBrief } from "../compose-brief.ts";
import { material } from "../fixture.ts";
import { renderHtml } from "../formats/html.ts";
import { renderMarkdown } from "../formats/markdown.ts";
import { renderTypst } from "../formats/typst.ts";

const IMAGE = "data:image/jpeg;base64,/9j/4AAQSkZJRg==";
const FOUND: GroundFound = {
  findings: ["E-1"],
  pictures: {
    type: "pictures",
    caption: "Pier on 2026-06-01 and 2026-07-01.",
    alt: "Optical pictures of Pier on 2026-06-01, left, and 2026-07-01, right; one place differs.",
    credit: "Contains modified Copernicus Sentinel data 2026",
    ...{ width: 64, height: 48, metresPerPixel: 10 },
    pictures: [
      { on: "2026-06-01", told: "MSI, descending, Sun 54° high", image: IMAGE },
      { on: "2026-07-01", told: "MSI <b>, 3 % hidden", image: IMAGE },
    ],
  },
};
const brief = composeBrief({ ...material, ground: [FOUND] });

test("accepted changes are told with their citation, and no section stands where there are none", () => {
  const section = brief.sections.find(({ title }) => title === "Changes of the ground")!;
  expect(section.sentences).toMatchObject([{ cites: ["E-1"] }]);
  expect(section.figures).toEqual([FOUND.pictures]);
  expect(composeBrief(material).sections.map(({ title }) => title)).not.toContain("Changes of the ground");
});

test("in HTML both pictures carry date, sensor, scale and credit, and say what is to be seen", async () => {
  const { document } = parseHTML(await renderHtml(brief));
  const svg = [...document.querySelectorAll("figure svg")].find((one) => one.querySelector("image"))!;
  expect([...svg.querySelectorAll("image")].map((one) => one.getAttribute("xlink:href"))).toEqual([
    IMAGE,
    IMAGE,
  ]);
  const words = [...svg.querySelectorAll("text")].map(({ textContent }) => textContent);
  expect(words).toEqual([
    "2026-06-01  MSI, descending, Sun 54° high",
    "2026-07-01  MSI <b>, 3 % hidden",
    "200 m",
    FOUND.pictures.credit,
  ]);
  const described = document.getElementById(svg.getAttribute("aria-describedby")!)!.textContent;
  expect(described).toBe(`${FOUND.pictures.alt} ${FOUND.pictures.credit}.`);
});

test("Markdown shows both with words for those who cannot see them, print has them with the same words", async () => {
  const markdown = renderMarkdown(brief);
  expect(markdown.split(`](${IMAGE})`)).toHaveLength(3);
  expect(markdown).toContain("one place differs. This one: 2026-07-01.");
  expect(markdown).toContain("Contains modified Copernicus Sentinel data 2026.");
  const typst = await renderTypst(brief);
  expect(typst).toContain(`alt: "${FOUND.pictures.alt} ${FOUND.pictures.credit}."`);
  expect(typst).toContain(IMAGE);
});
