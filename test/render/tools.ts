import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestContext} from "vitest";

type Tool = "qpdf" | "pdfdetach" | "pdfinfo" | "pdffonts" | "pdftotext";

/** What a program of the machine says about a PDF; the test is skipped, by name, where it is absent. */
export function ask(
  context: TestContext,
  tool: Tool,
  args: readonly string[],
  pdf: Uint8Array,
): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-pdf-"));
  const file = join(folder, "note.pdf");
  try {
    writeFileSync(file, pdf);
    return execFileSync(
      tool,
      [...args.filter(arg => arg !== "-"), file, ...(args.includes("-") ? ["-"] : [])],
      {
        encoding: "utf8",
        maxBuffer: 1e8,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      return context.skip(`${tool} is not installed (Debian: poppler-utils, qpdf)`);
    throw error;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** The fonts in a PDF: the name of each without its subset's tag, and whether it lies inside. */
export function fontsOf(
  context: TestContext,
  pdf: Uint8Array,
): {readonly name: string; readonly embedded: boolean}[] {
  const lines = ask(context, "pdffonts", [], pdf).trim().split("\n").slice(2);
  return lines.map(line => ({
    name: line.replace(/^[A-Z]{6}\+/, "").split(/\s/)[0]!,
    embedded: / yes yes yes /.test(line),
  }));
}

/** The text of each page, in layout order. */
export function pageTexts(context: TestContext, pdf: Uint8Array): string[] {
  return ask(context, "pdftotext", ["-layout", "-"], pdf).split("\f").slice(0, -1);
}
