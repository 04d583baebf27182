import {promisify} from "node:util";
import {brotliCompress} from "node:zlib";
import {defineConfig, type Plugin} from "vite";

const compress = promisify(brotliCompress);

/** Every file of words once more in `packed`, as small as it gets, so that the desk need not press it. */
const packed: Plugin = {
  name: "packed",
  generateBundle: {
    order: "post",
    async handler(_, bundle) {
      const words = Object.values(bundle).filter(({fileName}) =>
        /\.(?:js|css|svg)$/.test(fileName),
      );
      await Promise.all(
        words.map(async file => {
          const source = await compress(file.type === "chunk" ? file.code : file.source);
          const fileName = `${file.fileName.replace("assets/", "packed/")}.br`;
          this.emitFile({type: "asset", fileName, source});
        }),
      );
    },
  },
};

const everywhere =
  /node_modules\/@?preact|desk\/web\/(?:\w+|words\/\w+|frame\/(?!\w+Dialog)\w+)\.tsx?$/;
const ofDrafts = /node_modules\/diff\/|desk\/web\/draft\/judge\/review\.ts$/;

/** The desk's page: from `src/desk/web` to `page`, which the desk serves. */
export default defineConfig({
  root: "src/desk/web",
  plugins: [packed],
  build: {
    outDir: "../../../page",
    emptyOutDir: true,
    target: "es2024",
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    reportCompressedSize: false,
    rolldownOptions: {
      checks: {pluginTimings: false},
      // What every screen needs is one file, not one for each set of screens that share it; what a draft
      // shares with its dialogs another.
      output: {
        codeSplitting: {
          groups: [
            {name: "desk", test: everywhere},
            {name: "review", test: ofDrafts},
          ],
        },
      },
    },
  },
  worker: {format: "es"},
  oxc: {jsx: {runtime: "automatic", importSource: "preact"}},
});
