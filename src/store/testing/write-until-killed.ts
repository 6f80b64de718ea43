import { addObservations } from "../imports.ts";
import { openStore, type StorePlace } from "../open-store.ts";
import { batch, observation } from "./samples.ts";

/** Argument: a StorePlace as JSON, and the first batch. Prints the number of each batch once it is stored. */
const [place = "{}", first = "0"] = process.argv.slice(2);
const ROWS = 1200;

const store = await openStore(JSON.parse(place) as StorePlace);
process.stdout.write("open\n");
for (let number = Number(first); ; number++) {
  const rows = Array.from({ length: ROWS }, (_, i) => observation(`${number}:${i}`));
  await addObservations(store, batch(rows));
  process.stdout.write(`${number}\n`);
}
