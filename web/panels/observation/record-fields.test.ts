import { expect, test } from "vitest";
import { recordFields } from "./record-fields.ts";

test("a quoted row is read as its columns", () => {
  expect(recordFields("id,title,date", 'CS-0001,"Bold Orion, first test",1959-10-13')).toEqual([
    ["id", "CS-0001"],
    ["title", "Bold Orion, first test"],
    ["date", "1959-10-13"],
  ]);
});

test("text that is no row of the table is not forced into it", () => {
  expect(recordFields("id,title", "a page, with commas, in it")).toBeNull();
  expect(recordFields(null, "a page")).toBeNull();
});
