import type { Brief } from "#model/brief.ts";
import type { FeedEntry } from "../release/feeds/feed.ts";
import { seal } from "../sealing/seal.ts";
import { signBytes } from "../sealing/ssh-signature.ts";
import type { OwnKeys } from "../sealing/own-keys.ts";

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What one client is sent, whichever way it goes. */
export interface Letter {
  /** Of what is told: a receiver that gets it twice knows by this. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  /** The same for machines. */
  readonly json: string;
  readonly attachments: readonly Attachment[];
}

/** What is to be told, and what goes with it. */
export interface ToTell {
  readonly entry: FeedEntry;
  /** `warning.changed`, `warning.withdrawn`, `brief.written` or `trial`. */
  readonly type: string;
  /** Whether the entry's link leads anywhere. */
  readonly isLinked: boolean;
  /** Goes along where there is room for it. */
  readonly brief?: Brief;
}

const utf8 = new TextEncoder();

/**
 * Writes the letter: in the open, with a signature of every file where there are keys; or, for a client that receives sealed
 * things, with nothing but what is sealed.
 */
export async function writeLetter(
  told: ToTell,
  attachments: readonly Attachment[],
  { receives, keys }: { readonly receives: string | undefined; readonly keys: OwnKeys | null },
): Promise<Letter> {
  const open = openLetter(told, attachments, keys);
  if (receives === undefined) return open;
  const sealed = await Promise.all(
    [textFile(open), ...open.attachments].map(async ({ name, bytes }) => ({
      ...{ name: `${name}.age`, mediaType: "application/age", bytes: await seal(bytes, [receives]) },
    })),
  );
  const inBase64 = sealed.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  return {
    id: open.id,
    subject: "[sealed] Tocsin",
    text: "What this tells is sealed for you: open the attachments with age, or with `tocsin open`.\n",
    json: JSON.stringify({ type: "tocsin.sealed", timestamp: told.entry.updated, data: { files: inBase64 } }),
    attachments: sealed,
  };
}

function openLetter(
  { entry, type, isLinked }: ToTell,
  attachments: readonly Attachment[],
  keys: OwnKeys | null,
): Letter {
  const { id, title, marking, paragraphs, updated, link, data } = entry;
  const url = isLinked ? { url: link } : {};
  const json = JSON.stringify({
    ...{ type: `tocsin.${type}`, timestamp: updated },
    // Chat programs with a hook of this kind show the text and leave the rest.
    text: [`[${marking}] ${title}`, ...paragraphs.slice(1), ...(isLinked ? [link] : [])].join("\n"),
    data: { id, title, marking, paragraphs, ...url, ...data },
  });
  const files = [
    { name: "tocsin.json", mediaType: "application/json", bytes: utf8.encode(json) },
    ...attachments,
  ];
  const signatures = files.flatMap(({ name, bytes }) =>
    keys === null
      ? []
      : [
          {
            name: `${name}.sig`,
            mediaType: "text/plain",
            bytes: utf8.encode(signBytes(bytes, keys.signing)),
          },
        ],
  );
  return {
    id,
    subject: `[${marking}] ${title}`.replaceAll(/\s+/g, " "),
    text: `${[...paragraphs, ...(isLinked ? [link] : [])].join("\n\n")}\n`,
    json,
    attachments: [...files, ...signatures],
  };
}

function textFile({ subject, text }: Letter): Attachment {
  return { name: "tocsin.txt", mediaType: "text/plain", bytes: utf8.encode(`${subject}\n\n${text}`) };
}
