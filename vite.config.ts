import {defineConfig} from "vite";

/** The desk's page: from `src/desk/web` to `page`, which the desk serves. */
export default defineConfig({
  root: "src/desk/web",
  build: {
    outDir: "../../../page",
    emptyOutDir: true,
    target: "es2024",
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    reportCompressedSize: false,
  },
  worker: {format: "es"},
  oxc: {jsx: {runtime: "automatic", importSource: "preact"}},
});
