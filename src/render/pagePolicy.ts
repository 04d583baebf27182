import {dirname} from "node:path";
import {UsageError} from "../model/errors.ts";
import {ownTemplates, type TemplateFile} from "./templates.ts";

/** What a page may load and run: its own styles, fonts and pictures, and nothing else. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/** Nothing stands before the policy, so that it governs all of the page however a browser reads on. */
const beginning = new RegExp(
  [
    "^\\s*<!doctype html>",
    '<html(?: lang="[^"<>]*")?>',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${RegExp.escape(policy)}">`,
  ].join("\\s*"),
  "i",
);

/** Elements that run, load, embed or send something, or change where links lead. */
const active = new Set(
  "script iframe frame frameset object embed applet portal base form link template".split(" "),
);
/** Attributes with the address of something to be loaded. */
const loading = new Set(["src", "srcset", "poster", "data", "background", "imagesrcset", "srcdoc"]);

/**
 * The finished page, which carries the policy first, runs nothing and loads nothing, whatever its
 * template says. Ours does, by its tests; a page of anybody else's is parsed and looked through.
 *
 * @throws UsageError that names the template and what may not be there
 */
export async function heldToPolicy(html: string, template: TemplateFile): Promise<string> {
  if (dirname(template.path) === ownTemplates) return html;
  if (!beginning.test(html))
    throw new UsageError(
      `${template.path}: a page begins with the content security policy that forbids it to load or run anything: begin with the first five lines of ${ownTemplates}/page.hbs, unchanged`,
    );
  const {parseHTML} = await import("linkedom");
  for (const element of parseHTML(html).document.querySelectorAll("*")) {
    const found = forbidden(element);
    if (found !== undefined)
      throw new UsageError(
        `${template.path}${placeOf(found, template)}: a page may not hold ${found}: it would run, load or send something; take it out`,
      );
  }
  return html;
}

type Attribute = {readonly name: string; readonly value: string};
type Element = {readonly localName: string; readonly attributes: Iterable<Attribute>};

/** What of an element may not be in a page, as it is written there. */
function forbidden({localName, attributes}: Element): string | undefined {
  const all = [...attributes].map(({name, value}) => ({name: name.toLowerCase(), value}));
  const tag = localName.toLowerCase();
  const value = (name: string) => all.find(one => one.name === name)?.value.toLowerCase();
  const isData = tag === "script" && value("type") === "application/ld+json";
  const isCanonical = tag === "link" && value("rel") === "canonical";
  if (active.has(tag) && !isData && !isCanonical) return `<${tag}`;
  const equivalent = value("http-equiv");
  if (equivalent !== undefined && equivalent !== "content-security-policy")
    return `http-equiv="${equivalent}"`;
  return all.find(isForbidden)?.name;
}

const isForbidden = ({name, value}: Attribute) =>
  name.startsWith("on") ||
  (loading.has(name) && !/^data:(?:image|font)\//i.test(value)) ||
  /^[\s\p{C}]*(?:javascript|vbscript|data:text)/iu.test(value);

/** Where the template writes it, if it does so in these words. */
function placeOf(found: string, {text}: TemplateFile): string {
  const before = text.toLowerCase().indexOf(found.toLowerCase());
  if (before === -1) return "";
  const lines = text.slice(0, before).split("\n");
  return `:${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}
