import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import type {Page} from "puppeteer-core";

const source = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(
    where: Document | {readonly include: readonly string[]},
    how: object,
  ): Promise<{violations: {id: string; nodes: {html: string}[]}[]}>;
}

/** What axe-core finds to mend in a page, or in the parts of it that a selector names. */
export async function violationsIn(page: Page, selector?: string) {
  await page.evaluate(await source);
  return page.evaluate(async only => {
    const {axe} = globalThis as unknown as {axe: Axe};
    const where = only === undefined ? document : {include: [only]};
    const {violations} = await axe.run(where, {iframes: false});
    return violations.map(({id, nodes}) => [id, nodes.map(({html}) => html.slice(0, 120))]);
  }, selector);
}

export const inTheme = (page: Page, theme: "light" | "dark") =>
  page.emulateMediaFeatures([{name: "prefers-color-scheme", value: theme}]);
