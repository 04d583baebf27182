import {execFile} from "node:child_process";
import {promisify} from "node:util";
import {RenderingFailed} from "../model/errors.ts";
import {candidates, type Found} from "./candidates.ts";
import {type Chrome, startChrome} from "./chrome.ts";
import {BrowserSilent, openPrinter, type Printer, type PrinterOptions} from "./printer.ts";

export type {Printer} from "./printer.ts";

export interface BrowserInfo {
  readonly executable: string;
  /** `configured`: named in the environment; `installed`: the user's own; `packaged`: ours. */
  readonly kind: "configured" | "installed" | "packaged";
  /** In a sentence: why this one. */
  readonly why: string;
  /** As the browser itself says it, such as "Google Chrome 153.0.8010.0". */
  readonly version: string;
}

/** The browser that notes would be printed with, for `doctor`. Unpacks ours where it is the one. */
export async function findBrowser(): Promise<BrowserInfo> {
  const failures: string[] = [];
  for (const candidate of candidates()) {
    try {
      const {executable, kind, why} = await candidate();
      const {stdout} = await promisify(execFile)(executable, ["--version"], {timeout: 20_000});
      return {executable, kind, why, version: stdout.trim()};
    } catch (error) {
      failures.push(reason(error));
    }
  }
  throw noBrowser(failures);
}

/**
 * Opens one browser, lends it out, and ends it and all its processes, whether `use` returns or
 * throws. A healthy machine answers within the patience, however busy it is.
 *
 * @throws RenderingFailed when no browser can be started
 */
export async function withBrowser<T>(
  use: (printer: Printer) => Promise<T>,
  {
    pages = 1,
    patience = 30_000,
    step,
  }: Partial<PrinterOptions> & {readonly step?: ((text: string) => void) | undefined} = {},
): Promise<T> {
  const {chrome, printer} = await start({pages, patience}, step);
  try {
    return await use(printer);
  } finally {
    await chrome.end();
  }
}

interface Started {
  readonly chrome: Chrome;
  readonly printer: Printer;
}

/** The first candidate that starts, with the sandbox where the machine allows one. */
async function start(options: PrinterOptions, step?: (text: string) => void): Promise<Started> {
  const failures: string[] = [];
  for (const candidate of candidates(process.env, step)) {
    try {
      return await startFound(await candidate(), options);
    } catch (error) {
      failures.push(reason(error));
    }
  }
  throw noBrowser(failures);
}

/**
 * Chrome refuses its sandbox to root, and many containers give it none to anybody. The page it would
 * guard can run no script and reach no network, so it is printed all the same.
 */
async function startFound({executable}: Found, options: PrinterOptions): Promise<Started> {
  const begin = async (sandbox: boolean) =>
    connect(await startChrome(executable, {sandbox}), options);
  if (process.getuid?.() === 0) return begin(false);
  try {
    return await begin(true);
  } catch (error) {
    if (error instanceof BrowserSilent) throw error;
    return begin(false);
  }
}

async function connect(chrome: Chrome, options: PrinterOptions): Promise<Started> {
  try {
    return {
      chrome,
      printer: await Promise.race([openPrinter(chrome.transport, options), chrome.failed]),
    };
  } catch (error) {
    await chrome.end();
    // A closed pipe only tells that the browser is gone; how it went tells why.
    throw error instanceof RenderingFailed ? error : await chrome.failed.catch(gone => gone);
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function noBrowser(failures: readonly string[]): RenderingFailed {
  return new RenderingFailed(
    [
      "no browser can be started, so no PDF can be made:",
      ...failures.map(failure => `  - ${failure}`),
      "Install Chrome or Chromium 131 or later, or give the path of one in PUPPETEER_EXECUTABLE_PATH.",
    ].join("\n"),
  );
}
