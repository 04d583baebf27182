import type {Browser, CDPSession, ConnectionTransport} from "puppeteer";
import {RenderingFailed} from "../model/errors.ts";

/** Turns a page into a PDF; asked for several at once, it prints as many as it has pages. */
export interface Printer {
  print(html: string): Promise<Buffer>;
}

/** The first Chrome that prints margin boxes, and so headers and page numbers. */
const oldest = 131;
const slowest = 120_000;

/** A page of the browser that is used for one note after another. */
interface Sheet {
  readonly session: CDPSession;
  readonly frameId: string;
}

export async function openPrinter(transport: ConnectionTransport, pages: number): Promise<Printer> {
  const {default: puppeteer} = await import("puppeteer");
  const browser = await puppeteer.connect({
    transport,
    defaultViewport: null,
    protocolTimeout: slowest,
  });
  await checkVersion(browser);
  const sheets = await Promise.all(
    Array.from({length: pages}, (_, index) => openSheet(browser, index)),
  );
  return pool(sheets);
}

async function checkVersion(browser: Browser): Promise<void> {
  const version = await browser.version();
  const major = Number(/\/(\d+)/.exec(version)?.[1]);
  if (!(major >= oldest))
    throw new RenderingFailed(`the browser is too old: ${version}, needed ${oldest}`);
}

/** Nothing on the page can run, and nothing can leave it. */
async function openSheet(browser: Browser, index: number): Promise<Sheet> {
  const page = index === 0 ? (await browser.pages())[0] : undefined;
  const session = await (page ?? (await browser.newPage())).createCDPSession();
  const [, , , {frameTree}] = await Promise.all([
    session.send("Network.enable"),
    session.send("Network.emulateNetworkConditions", {
      offline: true,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    }),
    session.send("Emulation.setScriptExecutionDisabled", {value: true}),
    session.send("Page.getFrameTree"),
  ]);
  return {session, frameId: frameTree.frame.id};
}

function pool(sheets: readonly Sheet[]): Printer {
  const free = [...sheets];
  const waiting: ((sheet: Sheet) => void)[] = [];
  return {
    async print(html) {
      const sheet = free.pop() ?? (await new Promise<Sheet>(resolve => waiting.push(resolve)));
      try {
        return await printOn(sheet, html);
      } finally {
        const next = waiting.shift();
        if (next) next(sheet);
        else free.push(sheet);
      }
    },
  };
}

/** Nobody sees the screen, so nothing is laid out and painted for it: a third of the time. */
function offScreen(html: string): string {
  return html.replace("</head>", "<style>@media screen{body{display:none}}</style></head>");
}

/** The protocol itself, for speed: puppeteer's own calls wait for a network that is not there. */
async function printOn({session, frameId}: Sheet, html: string): Promise<Buffer> {
  try {
    await session.send("Page.setDocumentContent", {frameId, html: offScreen(html)});
    const {data} = await session.send("Page.printToPDF", {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return Buffer.from(data, "base64");
  } catch (cause) {
    throw new RenderingFailed(`the browser did not print the note: ${(cause as Error).message}`, {
      cause,
    });
  }
}
