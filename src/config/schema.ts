import {z} from "zod";
import {formats, papers} from "../model/form.ts";
import {locales} from "../model/locale.ts";
import {sourceKinds} from "../model/source.ts";
import {byteSize} from "./fields.ts";
import {newsroomFields} from "./newsroom.ts";

const words = z
  .string({error: "some words"})
  .trim()
  .min(1, {error: "some words"})
  .max(2000, {error: "no more than 2,000 characters"});
const path = z.string({error: "a path"}).min(1, {error: "a path"});
const colour = z
  .string({error: "a colour as #rrggbb"})
  .regex(/^#[0-9a-fA-F]{6}$/, {error: "a colour as #rrggbb"})
  .toLowerCase();
const locale = z
  .string({error: "a locale such as en or tr"})
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, {error: "a locale such as en or tr"});
const id = z
  .string({error: "an id"})
  .regex(/^[^\s\p{C}]+$/u, {error: "an id, without spaces and control characters"});

const typeface = z.strictObject({
  regular: path.describe("woff2 or ttf; a variable font serves for semibold too"),
  italic: path.optional(),
  semibold: path.optional(),
});

/** `assay.config.{ts,mjs,js,json}`. Paths are relative to the file. Its JSON Schema is in `docs/schemas`. */
export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe("For editors of JSON"),
    name: words
      .refine(text => text.length <= 80, {error: "no more than 80 characters"})
      .optional()
      .describe("Whose notes these are: in the header of each page"),
    logo: path.optional().describe("SVG or PNG, at the head of the page"),
    colours: z
      .strictObject({
        ink: colour.optional().describe("Text and rules"),
        soft: colour.optional().describe("Captions, sources and other small print"),
        accent: colour.optional().describe("Links, marks, the label of the summary"),
        tint: colour.optional().describe("The ground of the summary"),
        alarm: colour.optional().describe("The ground of a banner"),
      })
      .optional()
      .describe("Checked for contrast: 4.5:1 wherever text stands on a ground"),
    fonts: z
      .strictObject({
        text: typeface.optional().describe("What is read"),
        headings: typeface.optional(),
        figures: typeface.optional().describe("What is looked up: tables, captions, small print"),
      })
      .optional(),
    disclosures: z
      .record(locale, z.array(words, {error: "a list of paragraphs"}))
      .optional()
      .describe("Paragraphs by locale, after ours: holdings, conflicts, licence"),
    licence: z
      .url({protocol: /^https?$/, error: "the address of a licence"})
      .optional()
      .describe(
        "Under which notes and their evidence may be used, such as https://creativecommons.org/licenses/by/4.0/",
      ),
    feedback: z
      .union([z.email(), z.url({protocol: /^https?$/})], {error: "a mail or web address"})
      .optional(),
    site: z
      .url({protocol: /^https$/, error: "an address that begins with https://"})
      .refine(address => !/[?#]/.test(address), {error: "an address without ? and #"})
      .transform(address => address.replace(/\/+$/, ""))
      .optional()
      .describe("Where the notes are published"),
    locale: z
      .enum(locales, {error: locales.join(" or ")})
      .optional()
      .describe("As --locale"),
    paper: z
      .enum(papers, {error: papers.join(" or ")})
      .optional()
      .describe("As --paper"),
    template: z
      .string({error: "a template's name"})
      .regex(/^[a-z][a-z0-9-]*$/, {error: "a template's name, such as coin-note"})
      .optional()
      .describe("As --template"),
    templates: path
      .optional()
      .describe("Folder of templates and styles that take the place of ours, by name"),
    out: path.optional().describe("As --out"),
    format: z
      .array(z.enum(formats, {error: `one of ${formats.join(", ")}`}), {
        error: 'a list, such as ["md", "html"]',
      })
      .min(1, {error: "at least one of md, html, pdf"})
      .optional()
      .describe("As --format"),
    source: z
      .enum(sourceKinds, {error: `one of ${sourceKinds.join(", ")}`})
      .optional()
      .describe("As --source"),
    data: path.optional().describe("As --data"),
    datasets: z
      .record(id, path)
      .optional()
      .describe("Folders of recorded data and snapshots, by the names that --data takes"),
    profiles: z
      .union([path, z.literal(false)], {error: "a folder, or false for none"})
      .optional()
      .describe("As --profiles; false for none"),
    sectors: z
      .record(
        id,
        z.strictObject({
          name: words,
          members: z
            .array(id, {error: "a list of the provider's ids"})
            .min(2, {error: "two ids or more"}),
        }),
      )
      .optional()
      .describe(
        "Coins to compare with, by an id that --sector takes; a member's own is the default",
      ),
    cache: z
      .strictObject({
        most: byteSize
          .prefault("500MB")
          .describe("Of answers, and of what was worked out or compiled; the oldest goes first"),
      })
      .prefault({})
      .describe("What is kept between runs, so as not to be asked or made again"),
    ...newsroomFields,
  })
  .describe("A project of Assay: house style, defaults of options, and schedules");

export type {ScheduleConfig} from "./newsroom.ts";
/** What a person writes. */
export type Config = z.input<typeof configSchema>;
/** What it says. */
export type Settled = z.output<typeof configSchema>;

/**
 * The configuration as it is: for an editor to check and complete it while it is written.
 *
 * @example defineConfig({name: "Blue Note"}) // {"name": "Blue Note"}
 */
export const defineConfig = (config: Config): Config => config;
