#!/usr/bin/env node
import {run} from "./run.ts";

// Whoever reads us may have seen enough: "assay note … | head -1".
for (const stream of [process.stdout, process.stderr])
  stream.on("error", error => {
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  });

process.exitCode = await run(process.argv.slice(2));
