import type { Brief } from "#model/brief.ts";
import type { Client } from "#model/client.ts";
import { renderBrief } from "../printing/render-brief.ts";
import { type Attachment, type ToTell, writeLetter } from "./letter.ts";
import type { Teller } from "./teller.ts";
import { wayTo } from "./ways/ways.ts";

/** Writes one client a letter and sends it; OutsideFailed where it was not taken. */
export async function send(
  { clients, fetch, keys, patienceMs }: Teller,
  client: Client,
  toTell: ToTell,
  now: () => string,
): Promise<void> {
  const takesFiles = !client.to.startsWith("http");
  const attachments = toTell.brief && takesFiles ? [await printed(toTell.brief)] : [];
  const letter = await writeLetter(toTell, attachments, { receives: client.receives, keys });
  await wayTo(client).tell(letter, client, { ...clients, fetch, patienceMs, now });
}

async function printed(brief: Brief): Promise<Attachment> {
  const { body, mediaType } = await renderBrief(brief, "pdf");
  return { name: "brief.pdf", mediaType, bytes: Buffer.from(body) };
}
