import { OutsideFailed } from "#model/input-error.ts";
import type { Brief } from "#model/brief.ts";
import { renderTypst } from "./typst.ts";

const MAIN = "/brief.typ";
/** Asks the compiler for its diagnostics as short lines. */
const SHORT_DIAGNOSTICS = 1;

/**
 * A brief as a tagged PDF. The fonts are the bytes of TrueType or OpenType files, for Typst has none of its
 * own. The compiler is 28 MB of WebAssembly, loaded at the first call; it holds its thread while it works and
 * keeps some megabytes of every brief, so a server does well to print in a worker of its own. Throws
 * OutsideFailed where Typst refuses the source.
 */
export async function renderPdf(
  brief: Brief,
  fonts: readonly Uint8Array[],
): Promise<Uint8Array<ArrayBuffer>> {
  const source = await renderTypst(brief);
  const { default: loadCompiler, TypstCompilerBuilder } =
    await import("@myriaddreamin/typst-ts-web-compiler");
  await loadCompiler();
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  try {
    compiler.add_source(MAIN, source);
    const { result, diagnostics } = compiler.compile(MAIN, undefined, "pdf", SHORT_DIAGNOSTICS);
    if (result === undefined)
      throw new OutsideFailed(`Typst could not set the brief ${brief.id}`, diagnostics);
    return result;
  } finally {
    compiler.free();
  }
}
