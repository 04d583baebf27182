import {existsSync} from "node:fs";
import {access, constants} from "node:fs/promises";
import {ExpectedError} from "../model/errors.ts";
import {generator} from "../version.ts";

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly says: string;
}

/** Looks at what a note needs of this machine. Exit code 2 where something that is needed lacks. */
export async function doctor({json}: {readonly json?: boolean}): Promise<number> {
  const findings = [program(), await browser(), ...keys(), await output()];
  process.stdout.write(
    json
      ? `${JSON.stringify({ok: findings.every(({ok}) => ok), findings})}\n`
      : findings.map(({what, ok, says}) => `${ok ? "ok  " : "LACK"}  ${what}: ${says}\n`).join(""),
  );
  return findings.every(({ok}) => ok) ? 0 : 2;
}

function program(): Finding {
  const major = Number(process.versions.node.split(".")[0]);
  return {
    what: "program",
    ok: major >= 24,
    says: `${generator}, Node ${process.versions.node}${major >= 24 ? "" : "; Node 24 or newer is needed"}`,
  };
}

async function browser(): Promise<Finding> {
  const {findBrowser} = await import("../render/browser.ts");
  try {
    const {version, executable, why} = await findBrowser();
    return {what: "browser", ok: true, says: `${version} at ${executable}: ${why}`};
  } catch (error) {
    if (error instanceof ExpectedError) return {what: "browser", ok: false, says: error.message};
    throw error;
  }
}

function keys(): Finding[] {
  const named = ["COINGECKO_PRO_API_KEY", "COINGECKO_DEMO_API_KEY"].filter(
    name => process.env[name],
  );
  return [
    {
      what: "CoinGecko",
      ok: true,
      says: named.length
        ? `the key in ${named[0]} is used`
        : "no key in COINGECKO_PRO_API_KEY or COINGECKO_DEMO_API_KEY: asked without one, at the slowest pace",
    },
  ];
}

async function output(): Promise<Finding> {
  try {
    await access(existsSync("output") ? "output" : ".", constants.W_OK);
    return {what: "output", ok: true, says: "notes can be written to output/"};
  } catch (error) {
    return {
      what: "output",
      ok: false,
      says: `output/ cannot be written: ${(error as Error).message}; use --out`,
    };
  }
}
