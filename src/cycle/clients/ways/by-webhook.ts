import { createHmac } from "node:crypto";
import { OutsideFailed } from "#model/input-error.ts";
import { beginningOf } from "../../network/ask-source.ts";
import type { Way } from "./way.ts";

/** Posts the JSON, signed as Standard Webhooks have it (https://www.standardwebhooks.com). */
export const byWebhook: Way = {
  protocols: ["https:", "http:"],
  async tell({ id, json }, client, { fetch, now, secrets, patienceMs }) {
    const url = new URL(client.to);
    const seconds = String(Math.floor(Date.parse(now()) / 1000));
    const headers = {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": seconds,
      "webhook-signature": webhookSignature(secrets.get(client.id)!, `${id}.${seconds}.${json}`),
    };
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(url, { method: "POST", headers, body: json, redirect: "manual", signal });
    if (response.ok) {
      await response.body?.cancel();
      return;
    }
    throw new OutsideFailed(
      `${url.host} answered HTTP ${response.status} ${await beginningOf(response)}`.trimEnd(),
    );
  },
};

/** HMAC-SHA256 by the bytes that the secret holds in base64 after `whsec_`. */
export function webhookSignature(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
}
