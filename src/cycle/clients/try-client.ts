import type { Client } from "#model/client.ts";
import { uuid5 } from "../uuid5.ts";
import type { World } from "../world.ts";
import { send } from "./send.ts";
import type { Teller } from "./teller.ts";

/** Sends a client a letter that tells nothing but that letters arrive; OutsideFailed where it was not taken. */
export async function tryClient({ now }: World, teller: Teller, client: Client): Promise<void> {
  const at = now();
  const entry = {
    ...{ id: `urn:uuid:${uuid5(`try/${client.id}/${at}`)}`, title: "A trial", published: at, updated: at },
    ...{ link: "", marking: "TLP:CLEAR", labels: ["trial"], data: { client: client.id } },
    paragraphs: [`TLP:CLEAR. This is a trial for “${client.name}”: nothing has happened.`],
  };
  await send(teller, client, { type: "trial", entry, isLinked: false }, now);
}
