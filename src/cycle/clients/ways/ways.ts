import type { Client } from "#model/client.ts";
import { byMail } from "./by-mail.ts";
import { byWebhook } from "./by-webhook.ts";
import { intoFolder } from "./into-folder.ts";
import type { Way } from "./way.ts";

/** Every way in which clients are told. */
const WAYS: readonly Way[] = [byMail, byWebhook, intoFolder];

/** The way that the client's address begins with. */
export function wayTo({ to }: Client): Way {
  const { protocol } = new URL(to);
  return WAYS.find(({ protocols }) => protocols.includes(protocol))!;
}
