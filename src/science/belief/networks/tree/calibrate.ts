import type { Finding } from "../evidence.ts";
import type { JunctionTree } from "./junction-tree.ts";
import { collectInLogs, distributeInLogs, toShares } from "./log-propagation.ts";
import {
  collect,
  distribute,
  enterFindings,
  multiplyFindings,
  multiplyTables,
  readPosteriors,
} from "./propagation.ts";
import { supportOf } from "./support.ts";

/**
 * Both passes, and all posteriors read off. Returns ln P(evidence), −∞ only for truly impossible evidence (the
 * posteriors then mean nothing): where the linear scale could underflow, the passes are repeated on logarithms.
 */
export function calibrate(tree: JunctionTree, findings: readonly Finding[]): number {
  return spread(tree, findings, enterFindings(tree, findings));
}

/** As `calibrate`, from whatever conditional tables `cpts` holds: for tables that are used but once. */
export function calibrateAfresh(tree: JunctionTree, findings: readonly Finding[]): number {
  multiplyTables(tree, tree.tables);
  tree.affected.fill(1);
  return spread(tree, findings, multiplyFindings(tree, findings));
}

function spread(tree: JunctionTree, findings: readonly Finding[], logScale: number): number {
  let logEvidence = logScale + collect(tree, tree.tables);
  if (!Number.isNaN(logEvidence)) distribute(tree, tree.tables);
  else if (!supportOf(tree)(findings)) return -Infinity;
  else {
    logEvidence = collectInLogs(tree, findings);
    distributeInLogs(tree);
  }
  readPosteriors(tree);
  return logEvidence;
}

/**
 * Adds findings to a tree whose first root was calibrated for others: only ways from them to the root are gone. False
 * where the linear scale fails, and the tree must be calibrated anew.
 */
export function addToRoot(tree: JunctionTree, findings: readonly Finding[]): boolean {
  multiplyFindings(tree, findings);
  const isDone = !Number.isNaN(collect(tree, tree.tables));
  tree.affected.fill(0);
  return isDone;
}

/** Half the work of `calibrate`: ln P(evidence), and only the first root clique calibrated. */
export function calibrateRoot(tree: JunctionTree, findings: readonly Finding[]): number {
  const logScale = enterFindings(tree, findings);
  const logEvidence = logScale + collect(tree, tree.tables);
  tree.affected.fill(0);
  if (!Number.isNaN(logEvidence)) return logEvidence;
  if (!supportOf(tree)(findings)) return -Infinity;
  const logEvidenceAgain = collectInLogs(tree, findings);
  toShares(tree.tables, tree.cliques[0]!);
  return logEvidenceAgain;
}
