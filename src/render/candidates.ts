import {accessSync, constants} from "node:fs";
import {delimiter, join} from "node:path";
import {unpackedChromium} from "./packaged.ts";

export interface Found {
  readonly executable: string;
  readonly kind: "configured" | "installed" | "packaged";
  readonly why: string;
}

const variables = ["PUPPETEER_EXECUTABLE_PATH", "CHROME_PATH"] as const;

/**
 * The browsers to try, best first. One that is named in the environment is tried alone. What takes
 * seconds is told to `step`.
 */
export function candidates(
  env = process.env,
  step?: (text: string) => void,
): (() => Promise<Found>)[] {
  const variable = variables.find(name => env[name]);
  if (variable) return [async () => configured(variable, env[variable]!)];
  return [
    ...places(env)
      .filter(isExecutable)
      .map(executable => async () => installed(executable)),
    () => packaged(step),
  ];
}

function configured(variable: string, executable: string): Found {
  if (!isExecutable(executable)) throw new Error(`${variable} names no program: ${executable}`);
  return {executable, kind: "configured", why: `${variable} names it`};
}

function installed(executable: string): Found {
  return {executable, kind: "installed", why: "it is installed on this machine"};
}

async function packaged(step?: (text: string) => void): Promise<Found> {
  return {
    executable: await unpackedChromium(step),
    kind: "packaged",
    why: "no Chrome or Chromium of this machine can be used, so the one that comes with Assay is",
  };
}

/** Where Chrome and Chromium are put by their installers. */
function places(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === "darwin")
    return ["Google Chrome", "Chromium"].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform === "win32")
    return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA]
      .filter(folder => folder !== undefined)
      .map(folder => join(folder, "Google", "Chrome", "Application", "chrome.exe"));
  const names = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];
  const folders = [...(env.PATH ?? "").split(delimiter).filter(Boolean), "/opt/google/chrome"];
  return [...names, "chrome"].flatMap(name => folders.map(folder => join(folder, name)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
