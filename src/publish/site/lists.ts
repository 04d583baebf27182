import {dateFormat} from "../../format/dates.ts";
import {customsOf} from "../../languages/customs.ts";
import {wordsOf} from "../../languages/site.ts";
import {fileSlug} from "../../model/fileSlug.ts";
import type {SiteWords} from "../../model/siteWords.ts";
import {filled} from "./filled.ts";
import {correctionsOf, rowOf} from "./notePages.ts";
import {type Alternate, pageOf, prefixOf, rootOf, type SitePage} from "./page.ts";
import type {SiteRecord} from "./record.ts";
import type {SiteStyle} from "./style.ts";
import {markup, type SiteLayout, saidIn} from "./templates.ts";

/** All that lists are made of. */
export interface Shelf {
  readonly style: SiteStyle;
  /** The newest first. */
  readonly records: readonly SiteRecord[];
  /** Languages that the site has pages in, its main one first. */
  readonly locales: readonly string[];
  /** The chart of the note that leads in a language, ready to stand in a page. */
  readonly charts: ReadonlyMap<string, string>;
}

/** Of a coin's or a tag's notes, and on the page of all. */
const mostListed = 40;
/** On the front page, beside the one that leads. */
const mostOnFront = 9;

/** Every page that lists notes, by path of its file. */
export function listPages(shelf: Shelf): Map<string, string> {
  const paths = new Map<string, string[]>();
  const drafts = shelf.locales.flatMap(locale => listsIn(shelf, locale));
  for (const {page} of drafts) {
    const own = page.path.slice(prefixOf(page.locale, shelf.style.main).length);
    paths.set(own, [...(paths.get(own) ?? []), page.locale]);
  }
  const {style, locales} = shelf;
  const files = drafts.map(({page, template, view}) => {
    const own = page.path.slice(prefixOf(page.locale, style.main).length);
    const alternates = (paths.get(own) ?? []).map((locale): Alternate => {
      return {locale, path: `${prefixOf(locale, style.main)}${own}`};
    });
    const html = pageOf(style, {...page, alternates, languages: locales}, template, view);
    return [`${page.path}index.html`, html] as const;
  });
  return new Map([...files, ["404.html", missingPage(style)]]);
}

interface ListDraft {
  readonly page: SitePage;
  readonly template: SiteLayout;
  readonly view: Readonly<Record<string, unknown>>;
}

/** The notes that a language's lists show: its own, on the front page's side all where it has none. */
export function notesIn({records, style}: Shelf, locale: string): readonly SiteRecord[] {
  const own = records.filter(({about}) => about.locale === locale);
  return own.length === 0 && locale === style.main ? records : own;
}

/** Coins of those notes, the most written about first. */
function coinsOf(notes: readonly SiteRecord[]) {
  const groups = Map.groupBy(notes, ({about}) => about.asset.id);
  return [...groups.values()].toSorted((a, b) => b.length - a.length);
}

/** Tags are one where they are written alike but for capitals. */
export const tagSlug = (tag: string) => fileSlug(tag.toLowerCase().replace(/\s+/g, "-"));

function tagsOf(notes: readonly SiteRecord[]) {
  const tagged = notes.flatMap(note => {
    const own = new Map(note.about.tags.map(tag => [tagSlug(tag), tag]));
    return [...own].map(([slug, tag]) => ({slug, tag, note}));
  });
  return [...Map.groupBy(tagged, ({slug}) => slug).entries()]
    .map(([slug, all]) => ({slug, tag: all[0]?.tag ?? slug, notes: all.map(({note}) => note)}))
    .toSorted((a, b) => b.notes.length - a.notes.length || (a.slug < b.slug ? -1 : 1));
}

const monthOf = ({about}: SiteRecord) => about.asOf.slice(0, 7);

function listsIn(shelf: Shelf, locale: string): ListDraft[] {
  const {style} = shelf;
  const words = wordsOf(locale);
  const prefix = prefixOf(locale, style.main);
  const notes = notesIn(shelf, locale);
  const {name} = style.house;
  const page = (folder: string, title: string, description = `${title}. ${words.tagline}.`) => ({
    path: `${prefix}${folder}`,
    locale,
    title,
    description,
  });
  const stack = (folder: string, title: string, listed: readonly SiteRecord[], over: object[]) => ({
    page: page(folder, title),
    template: "list" as const,
    view: {
      title,
      over,
      lead: filledCount(words, listed.length),
      notes: listed.slice(0, mostListed).map(itemsAt(style, `${prefix}${folder}`)),
      rows: [],
      empty: listed.length === 0,
      older: listed.length > mostListed,
    },
  });
  const coins = coinsOf(notes);
  const tags = tagsOf(notes);
  const months = [...Map.groupBy(notes, monthOf)].toSorted(([a], [b]) => (a < b ? 1 : -1));
  return [
    {
      page: page("", name, words.tagline),
      template: "home",
      view: homeView(shelf, locale, notes, coins),
    },
    stack("notes/", words.notes, notes, []),
    ...coins.map(own => {
      const {asset} = own[0]!.about;
      const title = filled(words.onCoin, {name: asset.name});
      return stack(`coins/${fileSlug(asset.id)}/`, title, own, [{href: "../", label: words.coins}]);
    }),
    ...tags.map(({slug, tag, notes: own}) =>
      stack(`tags/${slug}/`, filled(words.tagged, {name: tag}), own, [
        {href: "../", label: words.tags},
      ]),
    ),
    {
      page: page("coins/", words.coins),
      template: "groups",
      view: groupsView(words.coins, [
        {
          label: "",
          entries: coins.map(own => {
            const {asset} = own[0]!.about;
            return {
              label: asset.name,
              also: asset.symbol === asset.name ? "" : asset.symbol,
              href: `${fileSlug(asset.id)}/`,
              count: filledCount(words, own.length),
            };
          }),
        },
      ]),
    },
    {
      page: page("tags/", words.tags),
      template: "groups",
      view: groupsView(words.tags, [
        {
          label: "",
          entries: tags.map(({slug, tag, notes: own}) => ({
            label: tag,
            also: "",
            href: `${slug}/`,
            count: filledCount(words, own.length),
          })),
        },
      ]),
    },
    {
      page: page("archive/", words.archive),
      template: "groups",
      view: groupsView(
        words.archive,
        [...Map.groupBy(months, ([month]) => month.slice(0, 4))].map(([year, own]) => ({
          label: year,
          entries: own.map(([month, listed]) => ({
            label: monthName(month, locale),
            also: "",
            href: `${month}/`,
            count: filledCount(words, listed.length),
          })),
        })),
      ),
    },
    ...months.map(([month, own]) => ({
      page: page(`archive/${month}/`, monthName(month, locale)),
      template: "list" as const,
      view: {
        title: monthName(month, locale),
        over: [{href: "../", label: words.archive}],
        lead: filledCount(words, own.length),
        notes: [],
        rows: own.map(one => rowOf(one, `${rootOf(`${prefix}archive/${month}/`)}${one.id}/`)),
        empty: false,
        older: false,
      },
    })),
    {
      page: page("corrections/", words.corrections, words.correctionsLead),
      template: "corrections",
      view: {corrections: fixes(notes, rootOf(`${prefix}corrections/`))},
    },
    {page: page("search/", words.search), template: "search", view: {}},
    {
      page: page("about/", words.about),
      template: saidIn("about", locale),
      view: {disclosures: style.house.disclosures[locale] ?? []},
    },
    {
      page: page("method/", words.method),
      template: saidIn("method", locale),
      view: {},
    },
  ];
}

function homeView(
  {style, charts}: Shelf,
  locale: string,
  notes: readonly SiteRecord[],
  coins: readonly (readonly SiteRecord[])[],
) {
  const path = prefixOf(locale, style.main);
  const item = itemsAt(style, path);
  const lead = leadOf(notes);
  const others = notes.filter(one => one !== lead).slice(0, mostOnFront);
  const chart = charts.get(locale);
  return {
    lead: lead && {
      ...item(lead),
      keyData: lead.about.keyData.slice(0, 4),
      chart: chart ? markup(chart) : "",
    },
    notes: others.map(item),
    coins: coins.slice(0, 24).map(own => {
      const {asset} = own[0]!.about;
      const words = wordsOf(locale);
      return {
        name: asset.name,
        href: `coins/${fileSlug(asset.id)}/`,
        count: filledCount(words, own.length),
      };
    }),
  };
}

/** The newest that still says something. */
export const leadOf = (notes: readonly SiteRecord[]) => notes.find(one => !one.retraction);

/** Notes as a list in that folder shows them. */
function itemsAt(style: SiteStyle, path: string) {
  const root = rootOf(path);
  return (record: SiteRecord) => {
    const {about} = record;
    return {
      ...rowOf(record, `${root}${record.id}/`),
      coin: about.asset.name,
      coinHref: `${root}${prefixOf(about.locale, style.main)}coins/${fileSlug(about.asset.id)}/`,
      description: record.retraction ? "" : about.description,
    };
  };
}

const groupsView = (
  title: string,
  groups: readonly {readonly label: string; readonly entries: readonly object[]}[],
) => ({title, groups, empty: groups.every(({entries}) => entries.length === 0)});

const filledCount = (words: SiteWords, count: number) =>
  count === 1 ? words.countOne : filled(words.count, {count});

const monthFormats = new Map<string, Intl.DateTimeFormat>();

function monthName(month: string, locale: string): string {
  const format =
    monthFormats.get(locale) ??
    new Intl.DateTimeFormat(customsOf(locale).days, {
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
  monthFormats.set(locale, format);
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** Corrections and retractions, the newest first. */
function fixes(notes: readonly SiteRecord[], root: string) {
  const found = notes.flatMap(record => {
    const {about, id, retraction} = record;
    const words = wordsOf(about.locale);
    const note = {title: about.title, href: `${root}${id}/`};
    const corrected = correctionsOf(record).map(({at, day, wrong, right, href}) => ({
      ...note,
      at,
      day,
      wrong,
      right,
      mark: "",
      reason: "",
      before: href && !retraction ? `${root}${id}/${href}` : "",
    }));
    if (!retraction) return corrected;
    const {at, reason} = retraction;
    const day = dateFormat(customsOf(about.locale)).day(at);
    const withdrawn = {...note, at, day, wrong: "", right: "", before: "", reason};
    return [...corrected, {...withdrawn, mark: words.withdrawn}];
  });
  return found.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

function missingPage(style: SiteStyle): string {
  const words = wordsOf(style.main);
  const page = {
    path: "404/",
    locale: style.main,
    title: words.missing,
    description: words.missingLead,
    indexed: false,
    anywhere: true,
  };
  return pageOf(style, page, "missing", {});
}
