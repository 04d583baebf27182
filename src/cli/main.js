#!/usr/bin/env node
// JavaScript, so that what Node compiles of everything after it is kept, and in words that Node has
// known since 2020: one that is too old must be able to read this file to say what is needed.
import module from "node:module";
import {homedir} from "node:os";
import {join} from "node:path";
import process from "node:process";

const {stdout, stderr} = process;
const oldest = 24;

for (const stream of [stdout, stderr])
  stream.on("error", (/** @type {NodeJS.ErrnoException} */ {code, message}) => {
    // Whoever reads us may have seen enough: "assay note … | head -1".
    if (code === "EPIPE" || process.exitCode === 2) return;
    if (stream === stdout) refuse(`stdout cannot be written (${message}): send it elsewhere`);
    process.exitCode = 2;
  });

if (Number.parseInt(process.versions.node, 10) < oldest)
  refuse(
    `Assay needs Node ${oldest} or newer, and this is ${process.versions.node} (${process.execPath}).\n` +
      `Install it from nodejs.org, or with "nvm install ${oldest}", and give the same command again.`,
  );
else start();

async function start() {
  // Most of the time to the first word.
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  module.enableCompileCache(join(cache, "assay", "compiled"));
  const program = await import("./run.ts").catch(error =>
    refuse(`Assay cannot be loaded: ${error.message}`),
  );
  if (!program) return;
  const args = process.argv.slice(2);
  process.on("uncaughtException", error => process.exit(program.reportError(error, args)));
  const code = await program.run(args);
  // Unless stdout has failed meanwhile.
  if (process.exitCode === undefined) process.exitCode = code;
}

/** @param {string} why */
function refuse(why) {
  stderr.write(`error: ${why}\n`);
  process.exitCode = 2;
}
