import {InvalidArgumentError, Option} from "@commander-js/extra-typings";
import {type Format, flavours, formats, papers} from "../model/form.ts";
import {defaultLocale, locales} from "../model/locale.ts";
import {nearest} from "../model/nearest.ts";
import {sourceKinds} from "../model/source.ts";

// The options that several commands take.

export const source = new Option("--source <name>", "where the data come from")
  .choices(sourceKinds)
  .argParser(oneOf(sourceKinds))
  .default("coingecko");
export const data = new Option(
  "--data <dir>",
  "folder of recorded data or of a snapshot, or its name in the configuration",
);
export const asOf = new Option(
  "--as-of <instant>",
  "nothing later is seen, such as 2026-03-20T02:00:00Z (default: now, or the newest of files)",
);

export const locale = new Option("--locale <locale>", "language of the note")
  .choices(locales)
  .argParser(oneOf(locales))
  .default(defaultLocale);
export const template = new Option("--template <name>", "layout of the note").default("coin-note");
export const paper = new Option("--paper <size>", "of the PDF")
  .choices(papers)
  .argParser(oneOf(papers))
  .default("A4");
export const format = new Option("--format <list>", "of md, html and pdf")
  .argParser(formatList)
  .default(formats, formats.join(","));
export const generator = new Option(
  "--for <generator>",
  "write it as a post, with --out the folder of the posts",
)
  .choices(flavours)
  .argParser(oneOf(flavours));
export const out = new Option("-o, --out <dir>", "where notes go").default("output");

export const accept = new Option(
  "--accept <fault=reason>",
  "a fault of the check that stands, and why; once for each",
).argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]);

export const profiles = new Option("--profiles <dir>", "folder of facts that editors maintain");
export const noProfiles = new Option("--no-profiles", "without them");
export const sector = new Option(
  "--sector <id>",
  "the coins to compare with: a list or a category",
);
export const earlier = new Option(
  "--earlier <dir>",
  "where earlier notes lie (default: where notes go)",
);
export const noEarlier = new Option("--no-earlier", "without what earlier notes said");
export const config = new Option(
  "--config <file>",
  "the project's configuration (default: the nearest)",
);
export const noConfig = new Option("--no-config", "without one");
export const store = new Option(
  "--store <dir>",
  "the newsroom's store, in a PostgreSQL of its own (default: DATABASE_URL, else ASSAY_STORE, else .assay beside the configuration)",
);
export const concurrency = new Option("--concurrency <n>", "tasks at once")
  .argParser(wholeNumber)
  .default(2);
export const grace = new Option(
  "--grace <seconds>",
  "for the tasks in hand when it is to stop; then they are handed back",
)
  .argParser(wholeNumber)
  .default(30);
export const force = new Option("--force", "also over what a person has changed");
export const yes = new Option("--yes", "without asking, where nobody can be asked");
export const json = new Option("--json", "the result for machines, on stdout; an error as well");
export const quiet = new Option("-q, --quiet", "no progress on stderr");

/** Reads one of few words, in capitals or small letters. */
export function oneOf<T extends string>(choices: readonly T[]): (text: string) => T {
  return text => {
    const found = choices.find(choice => choice.toLowerCase() === text.toLowerCase());
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`There are ${listWithGuess(text, choices)}`);
  };
}

/** All there are, and the one that was meant where one is near to what was typed. */
export function listWithGuess(typed: string, choices: readonly string[]): string {
  const [near] = nearest(typed, choices, one => [one], 1);
  return `${choices.join(", ")}.${near === undefined ? "" : ` Did you mean ${near}?`}`;
}

export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`"${text}" is no whole number from 1.`);
}

export const list = (text: string): readonly string[] => text.split(",").map(part => part.trim());

export function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65536) return Number(text);
  throw new InvalidArgumentError(`"${text}" is no port from 0 to 65535.`);
}

function formatList(text: string): readonly Format[] {
  return text.split(",").map(part => {
    const name = part.trim().toLowerCase();
    const found = formats.find(format => format === name);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`"${name}" is none of ${listWithGuess(name, formats)}`);
  });
}
