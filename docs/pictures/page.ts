// Takes the picture of a note's page in a browser, with the origin of a figure opened:
// node docs/pictures/page.ts (after make.sh, whose note it opens), then
// convert docs/pictures/page.png +dither -colors 64 -strip docs/pictures/page.png
import {fileURLToPath} from "node:url";
import puppeteer from "puppeteer-core";
import {findBrowser} from "../../src/render/browser.ts";

const note = new URL("../../output/2025-07-02-tessilith/note.html", import.meta.url);
const {executable} = await findBrowser();
const browser = await puppeteer.launch({
  executablePath: executable,
  headless: "shell",
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
try {
  const page = await browser.newPage();
  await page.setViewport({width: 1100, height: 900});
  await page.goto(`${note}#f-turnover`);
  await page.screenshot({
    path: fileURLToPath(new URL("page.png", import.meta.url)) as `${string}.png`,
  });
} finally {
  await browser.close();
}
