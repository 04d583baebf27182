import {readFileSync} from "node:fs";

const {version} = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** The program and its version, as notes and evidence name it. */
export const generator = `assay ${version}`;
