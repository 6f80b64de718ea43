import { expect, test } from "vitest";
import { readAs as read } from "./testing/read-as.ts";

test("JSON is read in whatever it was written in", () => {
  const text = JSON.stringify([{ id: 1, title: "Соглашение о лунной станции подписано в Москве" }]);
  const cyrillic = Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0)!;
    return code < 128 ? code : code - 0x410 + 0xc0;
  });
  const written: readonly (readonly [Uint8Array, string])[] = [
    [Buffer.from(`\ufeff${text}`), "application/json"],
    [Buffer.from(`\ufeff${text}`, "utf16le"), "application/json"],
    [cyrillic, "application/json; charset=windows-1251"],
    [cyrillic, "application/json"],
  ];
  for (const [bytes, mediaType] of written) {
    const { documents } = read("json", bytes, undefined, { mediaType });
    expect(documents).toMatchObject([{ title: "Соглашение о лунной станции подписано в Москве" }]);
  }
});

test("records may stand on a line each", () => {
  const lines = '\n{"id":1,"title":"One"}\r\n{"id":2,"title":"Two"}\n';
  expect(read("json", lines).documents).toMatchObject([{ title: "One" }, { title: "Two" }]);
  expect(() => read("json", `${lines}{"id":`)).toThrow(SyntaxError);
});

test("no name, title or text holds what a store could not give back", () => {
  const told = '[{"id":"a\\ud800\\u0000","title":"b\\udfff","body":"c\\u0000"}]';
  expect(read("json", told).documents).toMatchObject([
    { id: "SRC-1/a\ufffd\ufffd", title: "b\ufffd", text: "c\ufffd" },
  ]);
  const cut = `<rss><channel><item><description>${"x".repeat(119)}🚀 and more</description></item></channel></rss>`;
  expect(read("rss", cut).documents[0]!.id.isWellFormed()).toBe(true);
});

test("a record nested too deep to be written down again is a reject like any other", () => {
  const deep = `{"a":`.repeat(50_000) + "1" + "}".repeat(50_000);
  expect(read("json", `[${deep},{"title":"One"}]`)).toMatchObject({
    ...{ documents: [{ title: "One" }], rejects: [{ line: 1, text: "" }] },
  });
  expect(read("stix", `{"type":"bundle","objects":[${deep}]}`).rejects).toHaveLength(1);
});

test("posts of WordPress, JSON-LD and times as numbers are read by what services call them", () => {
  const post = {
    ...{ id: 9, date: "2026-11-13T10:00:00", date_gmt: "2026-11-13T07:00:00", link: "https://example.org/s" },
    ...{
      title: { rendered: "Tom &amp; <b>Jerry</b>" },
      content: { rendered: "<p>One</p><script>x</script>" },
    },
  };
  const article = { headline: "H", datePublished: "2026-11-13", url: "https://example.org/h" };
  const counted = (published: number) => ({ title: "T", id: published, published });
  const told = [
    post,
    article,
    counted(1_794_564_000),
    counted(1_794_564_000_000),
    counted(20_261_123),
    counted(2026),
  ];
  expect(read("json", JSON.stringify(told)).documents).toMatchObject([
    { title: "Tom & Jerry", text: "One", published: "2026-11-13T07:00:00.000Z" },
    { published: "2026-11-13T00:00:00.000Z" },
    { published: "2026-11-13T10:00:00.000Z" },
    { published: "2026-11-13T10:00:00.000Z" },
    { published: "2026-11-23T00:00:00.000Z" },
    { published: null },
  ]);
});

test("the next page is found where services name it", () => {
  const next = (body: object) =>
    read(
      "json",
      JSON.stringify({ data: [{ title: "T" }], ...body }),
      "https://example.org/api/list",
    ).follow?.map(({ url }) => url.href);
  const second = "https://example.org/api/list?page=2";
  for (const body of [
    { next: "?page=2" },
    { next_page_url: second },
    { links: { next: "/api/list?page=2" } },
    { links: { next: { href: second } } },
    { _links: { next: { href: second } } },
  ])
    expect(next(body)).toEqual([second]);
  for (const body of [
    {},
    { next: null },
    { next: "" },
    { next: 2 },
    { links: { next: null } },
    { links: [] },
  ])
    expect(next(body)).toEqual([]);
});
