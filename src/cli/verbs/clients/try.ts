import { tryClient } from "../../../cycle/clients/try-client.ts";
import { WrongUse } from "../../failure.ts";
import { CLIENTS, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { tellerOf } from "./teller-of.ts";

/** Sends one client a letter that says it is a trial, and says whether it was taken. */
export const tryOne = defineVerb({
  words: ["ID"],
  options: { ...CLIENTS, ...WATCH },
  run: ({ options, words: [id = ""] }, shell) =>
    inWorld(options, shell, async (world) => {
      const teller = tellerOf(world, "clients try");
      const client = teller.clients.clients.find((one) => one.id === id);
      if (client === undefined) throw new WrongUse(`no client "${id}"; "tocsin clients" lists them`);
      await tryClient(world, teller, client);
      shell.out(`${id}: taken`);
      return 0;
    }),
});
