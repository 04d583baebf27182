import {createHash} from "node:crypto";
import {UsageError} from "../../model/errors.ts";
import type {Colours, House} from "../../model/house.ts";
import {fontFiles} from "../../render/fonts.ts";
import {houseStyle} from "../../render/houseStyle.ts";
import {ownTemplates} from "../../render/templates.ts";
import {compileSite, type Fill, readSiteTemplates, type SiteTemplates} from "./templates.ts";

/** What pages are given their form by, as plain data. */
export interface SiteForm {
  readonly templates: SiteTemplates;
  readonly house: House;
  /** Where the site is served, without a slash at the end; undefined where nobody has said. */
  readonly url: string | undefined;
  /** The language of the front page. */
  readonly main: string;
  /** Paths of files that they load. */
  readonly css: string;
  readonly theme: string;
  readonly script: string;
  readonly logo: string | undefined;
  /** SHA-256 over all of this. */
  readonly digest: string;
}

/** The same, its templates ready to be filled. */
export interface PageStyle extends SiteForm {
  readonly fill: Fill;
}

export interface SiteStyle extends PageStyle {
  /** The files that pages load, by path in the site. */
  readonly assets: ReadonlyMap<string, string | Uint8Array>;
}

export const pageStyle = (form: SiteForm): PageStyle => ({
  ...form,
  fill: heldToPolicy(compileSite(form.templates), form.templates.get("layout.hbs")?.path ?? ""),
});

export interface StyleSettings {
  readonly house: House;
  readonly url: string | undefined;
  readonly main: string;
  /** A folder with templates of the user's. */
  readonly templates: string | undefined;
}

let fontsRead: ReturnType<typeof fontFiles> | undefined;

/** @throws UsageError where a template cannot be used */
export async function siteStyle({
  house,
  url,
  main,
  templates: folder,
}: StyleSettings): Promise<SiteStyle> {
  fontsRead ??= fontFiles();
  fontsRead.catch(() => {
    fontsRead = undefined;
  });
  const [templates, fonts] = await Promise.all([readSiteTemplates(folder), fontsRead]);
  const text = (name: string) => templates.get(name)?.text ?? "";
  const assets = new Map<string, string | Uint8Array>();
  const put = (name: string, content: string | Uint8Array) => {
    const path = `assets/${name.replace(/(\.\w+)$/, `-${sha256(content).slice(0, 8)}$1`)}`;
    assets.set(path, content);
    return path;
  };
  const faces = fonts.map(({name, family, weight, style, range, format, content}) => {
    const path = put(`fonts/${name}`, content).replace("assets/", "");
    return (
      `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};` +
      `font-display:swap;src:url(${path}) format("${format}");unicode-range:${range}}`
    );
  });
  const {colours = {}, logo, ...plain} = house;
  const rules = houseStyle({...plain, ...(logo && {logo})}).replace(
    /url\(data:([\w/+-]+);base64,([\w/+=]*)\)/g,
    (_, type: string, base64: string) =>
      `url(${put(`fonts/house.${endings[type]}`, Buffer.from(base64, "base64")).replace("assets/", "")})`,
  );
  const css = put(
    "site.css",
    [...faces, text("site.css"), colourRules(colours), rules].filter(Boolean).join("\n"),
  );
  const style = {
    house,
    url,
    main,
    css,
    theme: put("theme.js", text("theme.js")),
    script: put("site.js", text("site.js")),
    logo: logo && put(`logo.${endings[logo.type]}`, Buffer.from(logo.base64, "base64")),
  };
  const texts = [...templates].map(([name, file]) => [name, file.text]);
  const {name, site, feedback, licence, disclosures} = house;
  const digest = sha256(
    JSON.stringify([{...style, house: {name, site, feedback, licence, disclosures}}, texts]),
  );
  return {...pageStyle({...style, templates, digest}), assets};
}

const endings: Readonly<Record<string, string>> = {
  "image/svg+xml": "svg",
  "image/png": "png",
  "font/woff2": "woff2",
  "font/ttf": "ttf",
};

/** On a dark ground the house's accent and alarm are lightened; its other colours are those of light. */
function colourRules({ink, soft, accent, tint, alarm}: Colours): string {
  const rules = [
    ...(ink ? [`--ink:light-dark(${ink},var(--dark-ink))`] : []),
    ...(soft ? [`--soft:light-dark(${soft},var(--dark-soft))`] : []),
    ...(accent ? [`--accent:light-dark(${accent},color-mix(in oklab,${accent} 40%,#fff))`] : []),
    ...(tint ? [`--tint:light-dark(${tint},var(--dark-tint))`] : []),
    ...(alarm ? [`--alarm:${alarm}`] : []),
  ];
  return rules.length ? `:root{${rules.join(";")}}` : "";
}

/** What a page may load and run: files of the site, and nothing else. A host need not say it. */
export const sitePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

const beginning = new RegExp(
  [
    "^<!doctype html>",
    '<html lang="[^"<>]*">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${RegExp.escape(sitePolicy)}">`,
  ].join("\\s*"),
  "i",
);

/** Whatever a template says, the policy stands before it. */
function heldToPolicy(fill: Fill, path: string): Fill {
  return (name, view) => {
    const html = fill(name, view);
    if (name === "layout" && !beginning.test(html))
      throw new UsageError(
        `${path}: a page begins with the content security policy that forbids it to load anything from elsewhere: begin with the first five lines of ${ownTemplates}/site/layout.hbs, unchanged`,
      );
    return html;
  };
}

export const sha256 = (content: string | Uint8Array) =>
  createHash("sha256").update(content).digest("hex");
