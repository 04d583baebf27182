import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";

const folder = fileURLToPath(new URL("peers/", import.meta.url));
const peer = createRequire(`${folder}package.json`);

/** Other tools live in a folder of their own; the first bench puts them there. */
export function installPeers(): void {
  if (existsSync(`${folder}node_modules/md-to-pdf`)) return;
  console.error("Installing the tools to compare with, in bench/peers …");
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    env: {...process.env, PUPPETEER_SKIP_DOWNLOAD: "1"},
    stdio: ["ignore", "ignore", "inherit"],
  });
}

export interface Launch {
  readonly executablePath: string;
  readonly args: readonly string[];
}

type MdToPdf = (
  input: {path: string},
  config: {launch_options: Launch; basedir: string},
) => Promise<{content: Buffer}>;

export function mdToPdf(): MdToPdf {
  return peer("md-to-pdf").mdToPdf;
}

export interface Jsreport {
  render(html: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** jsreport with its pool of browsers, given HTML, since it knows no Markdown. */
export async function jsreport(launchOptions: Launch, numberOfWorkers: number): Promise<Jsreport> {
  const reporter = peer("@jsreport/jsreport-core")({
    rootDirectory: folder,
    loadConfig: false,
    discover: false,
    store: {provider: "memory"},
    logger: {silent: true},
    reportTimeout: 120_000,
    trustUserCode: true,
    workers: {numberOfWorkers},
    extensions: {
      "chrome-pdf": {strategy: "chrome-pool", numberOfWorkers, launchOptions},
    },
  });
  reporter.use(peer("@jsreport/jsreport-chrome-pdf")());
  await reporter.init();
  const chrome = {printBackground: true, waitForNetworkIdle: false};
  return {
    async render(content) {
      const template = {content, engine: "none", recipe: "chrome-pdf", chrome};
      return (await reporter.render({template})).content;
    },
    close: () => reporter.close(),
  };
}
