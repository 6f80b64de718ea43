import fc from "fast-check";

/** Properties draw the same examples on every machine; TOCSIN_SEED draws others, to hunt for what these miss. */
fc.configureGlobal({ seed: Number(process.env.TOCSIN_SEED ?? 20261123) });
