import type {Page} from "puppeteer-core";

/** Milliseconds from the beginning of the navigation until the selector stands there and is drawn. */
export async function timeToDrawn(page: Page, url: string, selector: string): Promise<number> {
  const script = await page.evaluateOnNewDocument(wanted => {
    const found = () => document.querySelector(wanted) !== null;
    const drawn = new Promise<number>(resolve => {
      const look = () => {
        if (!found()) return requestAnimationFrame(look);
        return requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      };
      look();
    });
    Object.assign(window, {drawn});
  }, selector);
  await page.goto(url, {waitUntil: "commit" as never}).catch(() => page.goto(url));
  const ms = await page.evaluate(() => (window as unknown as {drawn: Promise<number>}).drawn);
  await page.removeScriptToEvaluateOnNewDocument(script.identifier);
  return ms;
}

/** For each key that is pressed, the milliseconds until what it made is drawn. */
export async function timesToLetter(page: Page, keys: string): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, {times});
    addEventListener(
      "keydown",
      () => {
        const from = performance.now();
        requestAnimationFrame(() => {
          const {port1, port2} = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - from);
          port2.postMessage(undefined);
        });
      },
      {capture: true},
    );
  });
  for (const key of keys) {
    await page.keyboard.press(key as never);
    await new Promise(resolve => setTimeout(resolve, 30 + (key.charCodeAt(0) % 7) * 10));
  }
  return page.evaluate(() => (window as unknown as {times: number[]}).times);
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}
