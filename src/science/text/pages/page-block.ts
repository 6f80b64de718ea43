import type { MarkupNode } from "../markup/markup-tree.ts";
import type { RegionHint } from "./region-hints.ts";

/** A run of text without a block boundary in it. */
export interface PageBlock {
  readonly region: PageRegion;
  /** The block element it stands in. */
  readonly tag: string;
  readonly text: string;
  /** Length in letters, where a Chinese character counts for several. */
  readonly weight: number;
  /** Share of it that is link text. */
  readonly linked: number;
  /** What it adds to the worth of a region that has it: prose adds, lists of links take away, chrome does not count. */
  worth: number;
}

/** A block element with what is below it. */
export interface PageRegion {
  readonly node: MarkupNode;
  readonly name: string;
  hint: RegionHint;
  readonly parent: PageRegion | null;
  /** True where it or an element around it is chrome by its hint. */
  inChrome: boolean;
  readonly depth: number;
  /** Blocks below it are those from `first` to before `end`. */
  readonly first: number;
  end: number;
  worth: number;
}

/** A page as its blocks in document order, and the regions that hold them. */
export interface PageBlocks {
  readonly blocks: readonly PageBlock[];
  readonly regions: readonly PageRegion[];
}
