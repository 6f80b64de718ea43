import { expect, test } from "vitest";
import { webhookSignature } from "./by-webhook.ts";

test("a webhook is signed as the example of Standard Webhooks is", () => {
  const content = 'msg_loFOjxBNrRLzqYUf.1731705121.{"event_type":"ping","data":{"success":true}}';
  expect(webhookSignature("whsec_plJ3nmyCDGBKInavdOK15jsl", content)).toBe(
    "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
  );
});
