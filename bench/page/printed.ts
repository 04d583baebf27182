import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Row} from "../pairs.ts";

/** Of A4, in mm: what the style sheet of print says. */
const paper = {height: 297, top: 24, bottom: 20};
/** Dots to the inch: a foot is told to a fifth of a millimetre. */
const resolution = 60;

interface Word {
  readonly page: number;
  /** From the head of the page, as part of its height. */
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** What a reader of the printed note meets, measured on its pages. Takes poppler's programs. */
export async function printedPages(pdf: Uint8Array, html: string): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "assay-page-"));
  try {
    const file = join(folder, "note.pdf");
    writeFileSync(file, pdf);
    const words = wordsOf(run("pdftotext", ["-bbox-layout", file, "-"]));
    const pages = Math.max(...words.map(({page}) => page));
    const feet = emptyFeet(folder, file, pages).slice(0, -1);
    const headings = headingsIn(html);
    const evidence = lineOf(words, headings.at(-1) ?? "");
    return {
      pages,
      "of evidence": evidence === undefined ? 0 : pages - evidence.page + 1,
      "emptiest foot, %": Math.round(Math.max(0, ...feet) * 100),
      "headings apart": headings.filter(heading => isApart(words, heading)).length,
      "no chart on page 1": chartOnFirst(words, html) ? 0 : 1,
    };
  } finally {
    rmSync(folder, {recursive: true});
  }
}

const run = (program: string, args: readonly string[]) =>
  execFileSync(program, args, {encoding: "utf8", maxBuffer: 1e8});

/** Lines of the text, each with its page and place. */
function wordsOf(layout: string): Word[] {
  return layout.split(/<page /).flatMap((part, page) => {
    const height = Number(/height="([\d.]+)"/.exec(part)?.[1]);
    return [
      ...part.matchAll(/<line [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)">([\s\S]*?)<\/line>/g),
    ].map(([, from, to, inner = ""]) => ({
      page,
      y: Number(to) / height,
      size: Number(to) - Number(from),
      text: inner
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    }));
  });
}

/** How much of each page's text area stays white below the last thing on it. */
function emptyFeet(folder: string, file: string, pages: number): number[] {
  run("pdftoppm", ["-gray", "-r", String(resolution), file, join(folder, "page")]);
  return Array.from({length: pages}, (_, i) => {
    const digits = String(pages).length;
    const picture = readFileSync(join(folder, `page-${String(i + 1).padStart(digits, "0")}.pgm`));
    const [, width = 0, height = 0] = (
      /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(picture.toString("latin1", 0, 40)) ?? []
    ).map(Number);
    const pixels = picture.subarray(picture.length - width * height);
    const [top, end] = [paper.top, paper.height - paper.bottom].map(mm =>
      Math.floor((mm / paper.height) * height),
    ) as [number, number];
    let last = end - 1;
    while (last > top && pixels.subarray(last * width, (last + 1) * width).every(one => one > 200))
      last--;
    return (end - 1 - last) / (end - top);
  });
}

/** The words of the sections' headings, as they are printed. */
const headingsIn = (html: string) =>
  [...html.matchAll(/<h2 id="[^"]*">([\s\S]*?)<\/h2>/g)].map(([, inner = ""]) => plain(inner));

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&#x?\w+;|&\w+;/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The last line that begins as the heading does, in letters of a heading's size. */
const lineOf = (words: readonly Word[], heading: string) =>
  words.findLast(
    ({text, size}) => size > 12 && text !== "" && heading.startsWith(text.slice(0, 12)),
  );

/** Nothing of the page's text stands below it. */
function isApart(words: readonly Word[], heading: string): boolean {
  const found = lineOf(words, heading);
  if (!found) return false;
  const foot = 1 - paper.bottom / paper.height;
  return !words.some(({page, y}) => page === found.page && y > found.y && y < foot);
}

/** The first picture's caption stands on the first page, and a picture is never cut from it; or there is none. */
function chartOnFirst(words: readonly Word[], html: string): boolean {
  const caption = /<figcaption>([\s\S]*?)<\/figcaption>\s*(?:<picture|<div class="chart")/.exec(
    html,
  );
  if (!caption) return true;
  const begins = plain(caption[1] ?? "").slice(0, 24);
  return words.some(({page, text}) => page === 1 && text.startsWith(begins));
}
