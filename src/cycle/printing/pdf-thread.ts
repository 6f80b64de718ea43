import { parentPort, workerData } from "node:worker_threads";
import { renderPdf } from "../brief/formats/pdf.ts";
import type { ToPrint } from "./print-pdf.ts";

/** The thread of `printPdf`. */
const { brief, fonts } = workerData as ToPrint;
parentPort!.postMessage(await renderPdf(brief, fonts));
