import type { Finding } from "../evidence.ts";
import type { JunctionTree } from "./junction-tree.ts";
import { collectInLogs, distributeInLogs, toShares } from "./log-propagation.ts";
import { collect, distribute, enterFindings, readPosteriors } from "./propagation.ts";
import { supportOf } from "./support.ts";

/**
 * Both passes, and all posteriors read off. Returns ln P(evidence), −∞ only for truly impossible evidence (the
 * posteriors then mean nothing): where the linear scale could underflow, the passes are repeated on logarithms.
 */
export function calibrate(tree: JunctionTree, findings: readonly Finding[]): number {
  const logScale = enterFindings(tree, findings);
  let logEvidence = logScale + collect(tree, tree.tables);
  if (!Number.isNaN(logEvidence)) distribute(tree);
  else if (!supportOf(tree)(findings)) return -Infinity;
  else {
    logEvidence = collectInLogs(tree, findings);
    distributeInLogs(tree);
  }
  readPosteriors(tree);
  return logEvidence;
}

/** Half the work of `calibrate`: ln P(evidence), and only the first root clique calibrated. */
export function calibrateRoot(tree: JunctionTree, findings: readonly Finding[]): number {
  const logScale = enterFindings(tree, findings);
  const logEvidence = logScale + collect(tree, tree.tables);
  if (!Number.isNaN(logEvidence)) return logEvidence;
  if (!supportOf(tree)(findings)) return -Infinity;
  const logEvidenceAgain = collectInLogs(tree, findings);
  toShares(tree.tables, tree.cliques[0]!);
  return logEvidenceAgain;
}
