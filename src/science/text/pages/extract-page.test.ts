import fc from "fast-check";
import { expect, test } from "vitest";
import { extractPage } from "./extract-page.ts";

const sentence = (i: number) =>
  `Agency number ${i} said that the station would be built near the pole, and that others may join it.`;
const prose = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `<p>${sentence(from + i)}</p>`).join("");
const lines = (from: number, count: number) => Array.from({ length: count }, (_, i) => sentence(from + i));
const links = (count: number) =>
  `<ul>${Array.from({ length: count }, (_, i) => `<li><a href="/${i}">Another headline of the day, number ${i}</a></li>`).join("")}</ul>`;

const NEWS = `<!doctype html><html lang="en"><head><title>Station agreed | The Daily</title><link rel="canonical" href="/2021/station">
  <meta property="og:site_name" content="The Daily"><meta name="author" content="By A. Writer">
  <meta property="article:published_time" content="2021-03-09T10:30:00+03:00"></head><body>
  <header><nav>${links(12)}</nav><div class="today">Sunday, 24 November 2030</div></header>
  <div class="cookie-banner"><p>We use cookies to make this site better, and we share some data with our partners, as explained.</p></div>
  <div class="layout has-sidebar"><div class="main-col"><h1>Station agreed</h1><div class="byline">A. Writer, 9 March 2021</div>
  <div class="story-text">${prose(1, 3)}<div class="related-links"><h3>Related</h3>${links(4)}</div>${prose(4, 3)}
  <ul><li>The first module flies in 2026.</li><li>The second follows a year later.</li></ul>${prose(7, 1)}</div>
  <div class="comments"><h3>Comments</h3>${prose(100, 30)}</div></div><aside class="sidebar">${prose(200, 5)}</aside></div>
  <footer><p>© 2030 The Daily. All rights reserved. No part of this site may be reproduced, in whole or in part.</p></footer></body></html>`;

test("the article is told from menus, banners, links, comments and the footer", () => {
  const article = extractPage(NEWS, { url: "https://daily.example/x" });
  expect(article.text.split("\n")).toEqual([
    ...lines(1, 6),
    "The first module flies in 2026.",
    "The second follows a year later.",
    ...lines(7, 1),
  ]);
  expect(article).toMatchObject({
    title: "Station agreed",
    published: "2021-03-09T07:30:00.000Z",
    author: "A. Writer",
    siteName: "The Daily",
    url: "https://daily.example/2021/station",
    lang: "en",
    cut: false,
  });
});

test("without metadata the date stands beside the headline, and is not today's", () => {
  const page = NEWS.replace(/<meta property="article[^>]*>/, "");
  expect(extractPage(page).published).toBe("2021-03-09T00:00:00.000Z");
});

test("an element says by its name that it is a date", () => {
  const dated = (name: string) =>
    extractPage(`<h1>Station agreed</h1>${prose(1, 15)}<div class="${name}">2021-03-09</div>${prose(16, 15)}`)
      .published;
  const names = "article-info postDate pubtime entry-date meta-data created shijian riqi fecha dateline";
  for (const name of names.split(" "))
    expect([name, dated(name)]).toEqual([name, "2021-03-09T00:00:00.000Z"]);
  expect(dated("article-note")).toBeNull();
});

test("Russian text between line breaks in a table is an article too", () => {
  const line =
    "Роскосмос сообщил, что станция будет построена у полюса Луны, и пригласил к участию другие страны.";
  const page = `<title>Станция согласована - Вести</title><body><table><tr><td>${links(8)}</td><td><b>Станция согласована</b><br>09.03.2021, 15:04<br><br>${`${line}<br><br>`.repeat(4)}</td></tr></table>`;
  expect(extractPage(page)).toMatchObject({
    lang: "ru",
    published: "2021-03-09T15:04:00.000Z",
    title: "Станция согласована",
  });
  expect(
    extractPage(page)
      .text.split("\n")
      .filter((one) => one === line),
  ).toHaveLength(4);
});

test("Chinese pages need no spaces", () => {
  const line = "国家航天局九日宣布，将与俄罗斯合作建设国际月球科研站，并欢迎其他国家参与这一项目。";
  const page = `<title>月球科研站_新闻中心_某网</title><body><div class="nav">${links(8)}</div><div id="content"><h1>月球科研站</h1><p>2021年03月09日 15:04 来源：某社</p><p>　　${line}</p><p>　　${line}</p><p>（责任编辑：某人）</p></div>`;
  expect(extractPage(page)).toMatchObject({
    title: "月球科研站",
    text: `${line}\n${line}`,
    lang: "zh",
    published: "2021-03-09T15:04:00.000Z",
  });
});

test("a hostile page costs a bounded time", () => {
  const hostile = [
    "<div>".repeat(400_000),
    `<p ${"a=1 ".repeat(300_000)}>text`,
    `<div>${"<b>".repeat(590)}${"</i>".repeat(300_000)}`,
    "<p>word, word. ".repeat(100_000),
    `<a href=x>${"word ".repeat(300_000)}`,
    `<script type="application/ld+json">${"[".repeat(300_000)}`,
    `<div class="${"comment ".repeat(100_000)}">text`,
    `<title>${" - ".repeat(100_000)}</title><p>${"1 ".repeat(200_000)}`,
  ];
  for (const page of hostile) {
    const begin = process.cpuUsage();
    extractPage(page);
    expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(5);
  }
});

test("whatever the bytes, there is an article, perhaps an empty one", () => {
  const piece = fc.constantFrom(
    "<p>",
    "</p>",
    "<div class='comment'>",
    "<article>",
    "</div>",
    "<h1>",
    "<br>",
    "<table><tr><td>",
    '<script type=\'application/ld+json\'>{"@type":"NewsArticle","author":[[]]',
    "</script>",
    "<meta name=date content='",
    "<time datetime=",
    "&#xFFFFFFF;",
    "<!--",
    "<![CDATA[",
    "A sentence, with a comma, that is long enough to be prose.",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string(), fc.string({ unit: "binary" }))), (parts) => {
      expect(typeof extractPage(parts.join("")).text).toBe("string");
      expect(typeof extractPage(new TextEncoder().encode(parts.join(""))).text).toBe("string");
    }),
  );
});

test("a short article is found among longer teasers by the words with which the page describes itself", () => {
  const page = `<html><head><title>Pole chosen</title><meta name="description" content="${sentence(1)}"></head><body>
    <div><h1>Pole chosen</h1></div><div><p>${sentence(1)}</p></div>${links(20)}
    <div><p>${sentence(50)} ${sentence(51).slice(0, 60)}.</p></div></body></html>`;
  expect(extractPage(page).text).toBe(sentence(1));
  expect(extractPage(page.replace("description", "keywords")).text).not.toBe(sentence(1));
});

test("counts, addresses, captions with their credit and links to comments are left out", () => {
  const page = `<html><body><div><p><a class="comments_count" href="#c">0</a>${sentence(1)}</p><p>Views: 214</p>
    <p>https://example.org/a</p><p>The pole seen from orbit. Photo: Agency</p>${prose(2, 2)}</div></body></html>`;
  expect(extractPage(page).text.split("\n")).toEqual(lines(1, 3));
});

test("a shadow root that a page declares is part of it, another template is not", () => {
  const page = (template: string) =>
    `<title>S</title><body><x-story><template ${template}>${prose(0, 4)}</template></x-story>`;
  expect(extractPage(page("shadowrootmode=open")).text).toBe(lines(0, 4).join("\n"));
  expect(extractPage(page("id=row")).text).toBe("");
});

test("a heading that counts the comments ends the article, however many there are", () => {
  const comments =
    "<li><b>Reader</b><p>I do not think that this programme was ever meant to go on, and said so.</p></li>";
  for (const heading of ["Comments (80)", "80 comments", "Комментарии (80)"]) {
    const page = `<title>S</title><main><h1>S</h1>${prose(0, 4)}<h3>${heading}</h3><ol>${comments.repeat(80)}</ol></main>`;
    expect(extractPage(page).text).toBe(lines(0, 4).join("\n"));
  }
});
