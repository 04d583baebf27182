import type {ConnectionTransport} from "puppeteer-core";
import type {CDPSession} from "puppeteer-core/internal/api/CDPSession.js";
import type {Connection} from "puppeteer-core/internal/cdp/Connection.js";
import {RenderingFailed} from "../model/errors.ts";

/** Turns a page into a PDF; asked for several at once, it prints as many as it has pages. */
export interface Printer {
  print(html: string): Promise<Buffer>;
}

/** The first Chrome that prints margin boxes, and so headers and page numbers. */
const oldest = 131;
/** The browser did not answer in time. */
export class BrowserSilent extends RenderingFailed {}

type Target = Parameters<Connection["createSession"]>[0];

/** A page of the browser that is used for one note after another. */
interface BrowserPage {
  readonly session: CDPSession;
  readonly frameId: string;
}

/**
 * Opens `pages` pages in the browser at the other end of the pipe. Only puppeteer's connection is
 * loaded: all of puppeteer would take as long as the browser's own start and the first note together.
 */
export async function openPrinter(
  transport: ConnectionTransport,
  {pages, patience}: PrinterOptions,
): Promise<Printer> {
  const {Connection} = await import("puppeteer-core/internal/cdp/Connection.js");
  const log = () => undefined;
  const connection = new Connection("", transport, 0, patience, false, undefined, log);
  try {
    await checkVersion(connection);
    const {targetInfos} = await connection.send("Target.getTargets");
    const open = targetInfos.filter(({type}) => type === "page");
    const opened = Array.from({length: pages}, (_, index) => openPage(connection, open[index]));
    return pool(await Promise.all(opened), patience);
  } catch (error) {
    throw silence(error, patience) ?? error;
  }
}

export interface PrinterOptions {
  /** How many notes are printed at once. */
  readonly pages: number;
  /** How long one answer of the browser may take, in ms. */
  readonly patience: number;
}

function silence(error: unknown, patience: number): BrowserSilent | undefined {
  if (!(error instanceof Error && / timed out\b/.test(error.message))) return undefined;
  return new BrowserSilent(
    `the browser did not answer within ${patience / 1_000} seconds: run it again when the machine has less to do, give another browser in PUPPETEER_EXECUTABLE_PATH, or make the note without its PDF (--format md,html)`,
    {cause: error},
  );
}

async function checkVersion(connection: Connection): Promise<void> {
  const {product} = await connection.send("Browser.getVersion");
  const major = Number(/\/(\d+)/.exec(product)?.[1]);
  if (!(major >= oldest))
    throw new RenderingFailed(`the browser is too old: ${product}, needed ${oldest}`);
}

/** Takes the page that the browser began with, or a new one. Nothing on it runs or leaves it. */
async function openPage(connection: Connection, target?: Target): Promise<BrowserPage> {
  const session = await connection.createSession(target ?? (await newTarget(connection)));
  const [{frameTree}] = await Promise.all([
    session.send("Page.getFrameTree"),
    session.send("Network.enable"),
    session.send("Network.emulateNetworkConditions", {
      offline: true,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    }),
    session.send("Emulation.setScriptExecutionDisabled", {value: true}),
  ]);
  return {session, frameId: frameTree.frame.id};
}

async function newTarget(connection: Connection): Promise<Target> {
  const {targetId} = await connection.send("Target.createTarget", {url: "about:blank"});
  return (await connection.send("Target.getTargetInfo", {targetId})).targetInfo;
}

function pool(pages: readonly BrowserPage[], patience: number): Printer {
  const free = [...pages];
  const waiting: ((page: BrowserPage) => void)[] = [];
  return {
    async print(html) {
      const page = free.pop() ?? (await new Promise<BrowserPage>(resolve => waiting.push(resolve)));
      try {
        return await printOn(page, html);
      } catch (cause) {
        const failed = `the browser did not print the note: ${(cause as Error).message}`;
        throw silence(cause, patience) ?? new RenderingFailed(failed, {cause});
      } finally {
        const next = waiting.shift();
        if (next) next(page);
        else free.push(page);
      }
    },
  };
}

/** The protocol itself, for speed: puppeteer's own calls wait for a network that is not there. */
async function printOn({session, frameId}: BrowserPage, html: string): Promise<Buffer> {
  await session.send("Page.setDocumentContent", {frameId, html: offScreen(html)});
  const {data} = await session.send("Page.printToPDF", {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return Buffer.from(data, "base64");
}

/**
 * Nobody sees the screen, so nothing is laid out and painted for it: a third of the time. This browser
 * knows margin boxes, so a banner stands in these alone; it is laid out all the same, for its font.
 */
function offScreen(html: string): string {
  const style =
    "@media screen{body{display:none}}@media print{.banner{position:absolute;visibility:hidden}}";
  return html.replace("</head>", `<style>${style}</style></head>`);
}
