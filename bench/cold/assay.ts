import {readFileSync, writeFileSync} from "node:fs";
import {enableCompileCache} from "node:module";
import {dirname, join} from "node:path";

enableCompileCache();

// A folder with note.md and charts/*.svg, raw: Markdown to PDF alone, the whole process.
const [path, out] = process.argv.slice(2);
const {withBrowser} = await import("../../src/render/browser.ts");

const title = "Bittensor gained a third in nine days and still moves with Bitcoin";
const description = "TAO rose from $202.94 to $277.43 while Bitcoin barely moved.";
const properties = {
  date: new Date("2026-03-20T01:53:00Z"),
  about: {
    title,
    description,
    lang: "en",
    author: "Assay",
    keywords: ["TAO"],
    identifier: "2026-03-20-bittensor",
    generator: "assay",
  },
  attachments: [],
};

const printing = withBrowser(async printer => {
  const {renderPdf} = await import("../../src/render/pdf.ts");
  return renderPdf(await html, properties, printer);
});
const html = page();
writeFileSync(out!, await printing);

async function page(): Promise<string> {
  const [{renderHtml}, {lean}] = await Promise.all([
    import("../../src/render/html.ts"),
    import("../../src/render/charts/lean.ts"),
  ]);
  const markdown = readFileSync(path!, "utf8");
  const names = [...markdown.matchAll(/\]\((charts\/[\w-]+\.svg)\)/g)].map(([, name]) => name!);
  const read = (name: string) => lean(readFileSync(join(dirname(path!), name), "utf8"));
  return renderHtml({
    markdown,
    title,
    description,
    lang: "en",
    header: "Assay · Bittensor · 20 March 2026, 01:53 UTC",
    pageOf: "{page} of {pages}",
    charts: new Map(names.map(name => [name, read(name)])),
    paper: "A4",
  });
}
