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

/** Milliseconds from a digit too many in the first percentage to its mark as wrong; it is taken back. */
export async function timeToChange(page: Page): Promise<number> {
  const marked = () => document.querySelectorAll(".cm-content .f.bad").length;
  await page.evaluate(() => {
    // In a sentence without a fault: one that has a fault already has its mark.
    const line = [...document.querySelectorAll(".cm-content .f")].find(
      one =>
        /^\d+\.\d+%$/.test(one.textContent ?? "") &&
        !one.closest(".cm-line")?.querySelector(".bad"),
    );
    const text = line?.firstChild ?? line;
    if (text) document.getSelection()?.setPosition(text, 1);
  });
  const before = await page.evaluate(marked);
  await page.evaluate(count => {
    const changed = new Promise<number>(resolve => {
      addEventListener(
        "keydown",
        () => {
          const from = performance.now();
          const look = () =>
            document.querySelectorAll(".cm-content .f.bad").length > count
              ? resolve(performance.now() - from)
              : requestAnimationFrame(look);
          look();
        },
        {capture: true, once: true},
      );
    });
    Object.assign(window, {changed});
  }, before);
  await page.keyboard.press("7");
  const ms = await page.evaluate(() => (window as unknown as {changed: Promise<number>}).changed);
  await page.keyboard.press("Backspace");
  await page.waitForFunction(
    count => document.querySelectorAll(".cm-content .f.bad").length <= count,
    {},
    before,
  );
  return ms;
}

/** Bytes that came over the wire until the selector stood there, as they were encoded. */
export async function bytesUntil(page: Page, url: string, selector: string): Promise<number> {
  const session = await page.createCDPSession();
  await session.send("Network.enable");
  let bytes = 0;
  const own = new Set<string>();
  session.on("Network.responseReceived", ({requestId, response}) => {
    if (/\/assets\/|\/drafts\/[^/]+$/.test(new URL(response.url).pathname)) own.add(requestId);
  });
  session.on("Network.loadingFinished", ({requestId, encodedDataLength}) => {
    if (own.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(url);
  await page.waitForSelector(selector);
  return bytes;
}
