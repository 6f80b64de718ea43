import { appendAssessment } from "../assessments.ts";
import { openStore, type StorePlace } from "../open-store.ts";
import { assessment, NOW } from "./samples.ts";

/** Arguments: a StorePlace as JSON, and a year. Appends an assessment of each of its first days. */
const [place = "{}", year = "2020"] = process.argv.slice(2);
const store = await openStore(JSON.parse(place) as StorePlace);
for (let day = 10; day < 30; day++) await appendAssessment(store, assessment(`${year}-01-${day}`, 0.5), NOW);
await store.close();
