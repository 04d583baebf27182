import {readFileSync} from "node:fs";
import {dirname, join, relative, resolve, sep} from "node:path";
import {fileURLToPath} from "node:url";
import slugify from "@sindresorhus/slugify";
import {defaultLocale} from "../../model/locale.ts";
import {quoted} from "../thisProgram.ts";

/** What a project that begins holds besides its data: by path, what stands in it. */
export interface Begun {
  /** The command that makes a note, as it is typed after the program's name. */
  readonly order: string;
  /** What the note is on, by its id. */
  readonly coin: string;
  /** The folder of data that it begins with. */
  readonly data: string;
  /** Its notes are from that folder, unless another is asked for. */
  readonly isOwn: boolean;
}

/** Files that are written where none of that name is there yet. */
export const beside = (place: string, begun: Begun): ReadonlyMap<string, string> =>
  new Map([
    ["package.json", packageText(place, begun)],
    ["README.md", readmeText(begun)],
    [".gitignore", "node_modules/\noutput/\n.assay/\npublic/\n"],
  ]);

/** The package that this program is of, as a project in that folder would name it. */
function packageText(place: string, {order}: Begun): string {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
  const path = relative(place, root).split(sep).join("/");
  // What runs from a checkout is not compiled, and has no command of its own.
  const isCheckout = import.meta.url.endsWith(".ts");
  const program = isCheckout ? `node ${quoted(`${path}/src/cli/main.js`)}` : "assay";
  const {devDependencies} = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    devDependencies: {node: string};
  };
  const text = {
    name: slugify(place.split(sep).at(-1) ?? "") || "research",
    private: true,
    type: "module",
    scripts: {
      assay: program,
      note: `${program} ${order}`,
      watch: `${program} ${order} --watch`,
      desk: `${program} desk`,
      doctor: `${program} doctor`,
    },
    dependencies: {assay: `file:${path.startsWith(".") ? path : `./${path}`}`},
    // The Node that scripts find, whichever the machine has; it is put in place by its own script.
    devDependencies: {node: devDependencies.node},
    allowScripts: {node: true},
  };
  return `${JSON.stringify(text, null, 2)}\n`;
}

const readmeText = ({order, data, isOwn}: Begun) => `# My research

Notes made with [Assay](node_modules/assay/README.md).

| | |
| --- | --- |
| \`npm install\` | once: the program, the Node that it needs, and the types that an editor completes \`assay.config.ts\` by |
| \`npm run note\` | \`${order}\`: one note into \`output/\` |
| \`npm run watch\` | the same in a browser, made again with each change you save |
| \`npm run -s assay -- check output/…/note.md\` | holds a text that somebody changed against its evidence |
| \`npm run desk\` | drafts, review, schedules and publishing in the browser |
| \`npm run doctor\` | what holds, and where it comes from |

\`assay.config.ts\` says whose notes these are and how they look, \`templates/\` how they are laid out${
  isOwn ? `, \`${data}/dataset.json\` what the data are` : ""
}.
`;

/** The configuration, with what most projects want next to uncomment. */
export const configText = ({
  coin,
  data,
  isOwn,
}: Begun): string => `import {defineConfig} from "assay";

/**
 * Whose notes these are, and how they look. All of it may be left out.
 * Paths are relative to this file. "npm run doctor" shows what holds and where it comes from.
 */
export default defineConfig({
  name: "My research",

  // SVG or PNG, at the head of the page.
  // logo: "logo.svg",

  // Checked for contrast. There are ink, soft, accent, tint and alarm.
  colours: {accent: "#0b4a6f"},

  // woff2 or ttf, for text, headings and figures.
  // fonts: {text: {regular: "fonts/text.woff2", italic: "fonts/text-italic.woff2"}},

  // Paragraphs after ours, by locale: holdings, conflicts, licence.
  // disclosures: {${defaultLocale}: ["The publisher holds none of the assets in this note."]},

  // A mail or web address for corrections, and where the notes are published.
  // feedback: "desk@example.org",
  // site: "https://example.org/notes",

  // What takes the place of our templates and styles, by name.
  templates: "templates",

  // Defaults of options: locale, paper, template, out, format, source, data, profiles.
  out: "output",

  // Folders with a dataset.json, by the names that --data and schedules take.
  datasets: {${keyOf(nameOf(data))}: "${data}"},
${
  isOwn
    ? `
  // Where the data of a note come from.
  source: "files",
  data: "${nameOf(data)}",
`
    : ""
}
  // Coins to compare with; a note on one of them uses its list.
  // sectors: {mine: {name: "My sector", members: ["bittensor", "near", "render-token"]}},

  // What the desk makes when: "npm run -s assay -- schedule next" shows it beforehand.
  // schedules: {
  //   morning: {cron: "30 7 * * 1-5", zone: "Europe/Istanbul", what: {coins: ["${coin}"]}, data: "${nameOf(data)}"},
  // },

  // Where approved notes go: here a whole site in a folder, for any host that serves files.
  // targets: {site: {kind: "site", out: "public", url: "https://example.org/notes"}},
});
`;

const nameOf = (folder: string) => folder.split("/").at(-1) ?? folder;

const keyOf = (name: string) => (/^[a-z]\w*$/.test(name) ? name : `"${name}"`);
