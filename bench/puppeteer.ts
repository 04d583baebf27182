import puppeteer, {type Browser, type Page} from "puppeteer";
import type {Launch} from "./peers.ts";

const options = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  waitForFonts: true,
};

/** puppeteer used well: one browser, a page for each of `pages`, used again and again. */
export async function openPuppeteer(launch: Launch, pages: number) {
  const browser = await launchPuppeteer(launch);
  const free: Page[] = await Promise.all(Array.from({length: pages}, () => browser.newPage()));
  return {
    async print(html: string): Promise<Uint8Array> {
      const page = free.pop()!;
      await page.setContent(html, {waitUntil: "load"});
      const pdf = await page.pdf(options);
      free.push(page);
      return pdf;
    },
    close: () => browser.close(),
  };
}

/** A browser for each note. */
export async function printOnce(launch: Launch, html: string): Promise<Uint8Array> {
  const browser = await launchPuppeteer(launch);
  const [page] = await browser.pages();
  await page!.setContent(html, {waitUntil: "load"});
  const pdf = await page!.pdf(options);
  await browser.close();
  return pdf;
}

function launchPuppeteer({executablePath, args}: Launch): Promise<Browser> {
  return puppeteer.launch({executablePath, args: [...args], headless: "shell"});
}
