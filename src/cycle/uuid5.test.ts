import { expect, test } from "vitest";
import { uuid5 } from "./uuid5.ts";

test("the vector of RFC 9562, appendix A.4", () => {
  expect(uuid5("www.example.com", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")).toBe(
    "2ed6657d-e927-568b-95e1-2665a8aea6a2",
  );
});
