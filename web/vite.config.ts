import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.TOCSIN_SERVER ?? "http://127.0.0.1:4180";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react()],
  resolve: { alias: { "#": fileURLToPath(new URL("../src/", import.meta.url)) } },
  build: {
    target: "es2024",
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    // The model's schemas are for the server; its small functions are wanted here without them.
    rolldownOptions: { treeshake: { manualPureFunctions: ["z"] } },
  },
  worker: { format: "es" },
  server: { proxy: { "/api": server, "/feeds": server, "/taxii2": server } },
});
