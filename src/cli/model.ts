import { setTimeout as sleep } from "node:timers/promises";
import { guardedFetch } from "../cycle/network/guarded-fetch.ts";
import type { Model } from "../cycle/opinions/ask-model.ts";
import type { Config } from "./config.ts";
import { WrongUse } from "./failure.ts";
import { numberIn } from "./options.ts";

/** The model the operator names, whose host may be on this machine or a local network; WrongUse where none is named. */
export function modelOf({ model }: Config, patience = "60"): Model {
  if (model === undefined) {
    throw new WrongUse("no model is named; set TOCSIN_MODEL_URL and TOCSIN_MODEL_NAME to ask one");
  }
  const url = URL.parse(model.url.endsWith("/") ? model.url : `${model.url}/`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new WrongUse(
      "TOCSIN_MODEL_URL is no http or https address; http://127.0.0.1:11434/v1 would be right",
    );
  }
  return {
    ...{ url, name: model.name, key: model.key },
    fetch: guardedFetch([url.hostname]),
    sleep: (ms) => sleep(ms),
    patienceMs: numberIn("patience", patience, { least: 1, most: 600 }) * 1000,
  };
}
