import fc from "fast-check";
import { expect, test } from "vitest";
import { readMarkup } from "./markup-tree.ts";

const scraps = fc.constantFrom(
  ...[
    "<div class='a b'>",
    "<p>",
    "</p>",
    "</div>",
    "<a href=x>",
    "<br/>",
    "text ",
    "&amp;",
    "&eacute;",
    "&#x41;",
  ],
  ...["<!-- c -->", "<![CDATA[d]]>", "<script>if (a < b) f();</script>", "<", "&", "\n", "月球", "🛰"],
);

test("a document in pieces is read as the whole, wherever it is parted", () => {
  fc.assert(
    fc.property(
      fc.array(scraps, { maxLength: 30 }),
      fc.array(fc.nat(200), { maxLength: 4 }),
      fc.boolean(),
      (parts, cuts, xml) => {
        const text = parts.join("");
        const places = [
          0,
          ...cuts.map((at) => at % (text.length + 1)).toSorted((a, b) => a - b),
          text.length,
        ];
        const pieces = places.slice(1).map((end, i) => text.slice(places[i], end));
        expect(readMarkup(pieces, { xml })).toEqual(readMarkup(text, { xml }));
      },
    ),
  );
});

test("a document in pieces that is too long is cut where the whole would be", () => {
  const piece = `<p>${"word ".repeat(10_000)}</p>`;
  const pieces = Array.from({ length: 130 }, () => piece);
  const read = readMarkup(pieces, { xml: false });
  expect(read.cut).toBe(true);
  expect(read.root.children).toHaveLength(readMarkup(pieces.join(""), { xml: false }).root.children.length);
});
