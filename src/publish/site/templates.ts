import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import Handlebars from "handlebars";
import {UsageError} from "../../model/errors.ts";
import {defaultLocale, isLocale, type Locale, locales} from "../../model/locale.ts";
import {has, is} from "../../render/helpers.ts";
import {compileLayout} from "../../render/layout.ts";
import {ownTemplates, type TemplateFile} from "../../render/templates.ts";
import {filled} from "./filled.ts";

/** What lays out the site, by file name: ours, and in their place the user's of the same name. */
export type SiteTemplates = ReadonlyMap<string, TemplateFile>;

const own = join(ownTemplates, "site");

/** Each is a page, or stands in one. */
const layouts = [
  "layout",
  "home",
  "list",
  "groups",
  "note",
  "notice",
  "evidence",
  "corrections",
  "search",
  "missing",
  "item",
  "row",
  "line",
] as const;

/** What the publisher says, in the words of each language. */
const said = ["about", "method"] as const;

export type SiteLayout = (typeof layouts)[number] | `${(typeof said)[number]}-${Locale}`;

/** In the language of the page; in that of the program where it speaks no such language. */
export const saidIn = (what: (typeof said)[number], locale: string): SiteLayout =>
  `${what}-${isLocale(locale) ? locale : defaultLocale}`;

const siteFiles = ["site.css", "site.js", "theme.js"] as const;

/**
 * The templates of the site, with those of the folder in their place.
 *
 * @throws UsageError when there is no such folder, or a file in it has a name that nothing uses
 */
export async function readSiteTemplates(folder?: string): Promise<SiteTemplates> {
  return new Map([...(await filesIn(own)), ...(folder === undefined ? [] : await filesIn(folder))]);
}

async function filesIn(folder: string): Promise<(readonly [string, TemplateFile])[]> {
  const names = await readdir(folder).catch(cause => {
    throw new UsageError(
      `no folder of the site's templates at ${folder}: make it, or name another as "templates" of the target`,
      {cause},
    );
  });
  const known = new Set<string>([
    ...layouts.map(name => `${name}.hbs`),
    ...locales.flatMap(locale => said.map(what => `${saidIn(what, locale)}.hbs`)),
    ...siteFiles,
  ]);
  return Promise.all(
    names
      .filter(name => /^[^.].*\.(?:hbs|css|js)$/.test(name))
      .toSorted()
      .map(async name => {
        const path = join(folder, name);
        if (!known.has(name))
          throw new UsageError(
            `${path}: nothing of the site uses a file of this name; there are ${[...known].join(", ")}`,
          );
        return [name, {path, text: await readFile(path, "utf8")}] as const;
      }),
  );
}

const kit = {
  writers: {},
  values: {
    is,
    has,
    /** `{{filled @root.w.count "count" 3}}`: a wording with one of its places filled. */
    filled: (wording: string, place: string, value: string | number) =>
      filled(wording, {[place]: value}),
  },
  shown: (value: unknown) => Handlebars.escapeExpression(value as string),
};

/** Text of ours that stands in the page as it is; all other is escaped, whatever a template says. */
export const markup = (text: string) => new Handlebars.SafeString(text);

/** Fills a template of the site. */
export type Fill = (name: SiteLayout, view: object) => string;

/**
 * The templates, ready to be filled.
 *
 * @throws UsageError that names file, line and column of what cannot be read or filled
 */
export function compileSite(templates: SiteTemplates): Fill {
  // Partials are found by the names that those of notes have.
  const partials = new Map(
    [...templates].map(([name, file]) => [name.replace(/\.hbs$/, ".md.hbs"), file]),
  );
  const compiled = new Map<SiteLayout, (view: object) => string>();
  return (name, view) => {
    const file = templates.get(`${name}.hbs`);
    if (!file) throw new UsageError(`the site has no template ${name}.hbs`);
    const fill = compiled.get(name) ?? compileLayout(file, partials, kit);
    compiled.set(name, fill);
    return fill(view);
  };
}
