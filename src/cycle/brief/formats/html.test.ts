import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { composeBrief } from "../compose-brief.ts";
import { material } from "../fixture.ts";
import { renderHtml } from "./html.ts";

const brief = composeBrief(material);
const html = await renderHtml(brief);
const { document } = parseHTML(html);
const all = (selector: string) => [...document.querySelectorAll(selector)];

test("every citation leads to a reference and every reference back to the text", () => {
  const targets = all('a[href^="#"]').map((a) => a.getAttribute("href")!.slice(1));
  expect(targets.filter((id) => document.getElementById(id) === null)).toEqual([]);
  expect(all(".references li")).toHaveLength(brief.references.length);
  expect(all(".references a[href^='#cite-']")).toHaveLength(brief.references.length);
});

test("ids are unique", () => {
  const ids = all("[id]").map((element) => element.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("the file asks nothing of the network and runs nothing", () => {
  expect(all("script, link, img, iframe, object, [src]")).toEqual([]);
  expect(html).toContain("default-src 'none'");
  expect(html.match(/url\((?!#)/g)).toBeNull();
});

test("every figure has a name, a description and its numbers as a table", () => {
  const figures = all("figure");
  expect(figures).toHaveLength(5);
  for (const figure of figures) {
    const svg = figure.querySelector("svg")!;
    expect(svg.getAttribute("role")).toBe("img");
    expect(document.getElementById(svg.getAttribute("aria-labelledby")!)!.textContent).not.toBe("");
    expect(document.getElementById(svg.getAttribute("aria-describedby")!)!.textContent).not.toBe("");
    expect(figure.querySelectorAll("tbody tr").length).toBeGreaterThan(0);
  }
});

test("unknown is hatched", () => {
  const hatched = all('rect[fill^="url(#"]');
  expect(hatched).toHaveLength(1);
  expect(html).toContain(`<pattern id="${hatched[0]!.getAttribute("fill")!.slice(5, -1)}"`);
});

test("text of the record cannot become markup", async () => {
  const hostile = {
    ...brief,
    title: "<script>1</script>",
    references: brief.references.map((r) => ({ ...r, claim: '"><img src=x>', url: "javascript:alert(1)" })),
  };
  const page = parseHTML(await renderHtml(hostile)).document;
  expect(page.querySelectorAll("script, img")).toHaveLength(0);
  expect([...page.querySelectorAll("a")].filter((a) => /^javascript/i.test(a.getAttribute("href")!))).toEqual(
    [],
  );
});

test("the marking stands at the head and at the foot", () => {
  expect(all(".marking").map(({ textContent }) => textContent)).toEqual(["TLP:GREEN", "TLP:GREEN"]);
});

test("the same brief gives the same bytes", async () => {
  expect(await renderHtml(brief)).toBe(html);
});
