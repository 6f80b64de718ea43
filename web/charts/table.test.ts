import { expect, test } from "vitest";
import { csvOf } from "./table.ts";

test("commas, quotes and line breaks survive as CSV, and unknown is empty", () => {
  const table = {
    columns: ["on", "what"],
    rows: [
      ["2024-05-20", 'vote "7-7-1", void'],
      ["2024-06-01", null],
    ],
  };
  expect(csvOf(table)).toBe('on,what\r\n2024-05-20,"vote ""7-7-1"", void"\r\n2024-06-01,\r\n');
});
