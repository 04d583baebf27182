import {type DateForm, formsOf} from "./dateForms.ts";
import {type DecimalSign, numberIn} from "./numberForms.ts";
import type {Shape} from "./shape.ts";

/** So much of a cell is shown. */
const shown = (text: string) => JSON.stringify(text.slice(0, 40));

/** What is wrong with a date, and which line of the manifest would make it one. */
export function noDay(text: string, shape: Shape | undefined): string {
  const form: DateForm = shape?.form?.dates ?? "YYYY-MM-DD";
  const others = formsOf([text]).filter(one => one !== form);
  return `has a date that is no day, ${form}: ${shown(text)}. ${
    others.length > 0 && shape
      ? `If all are written so, say it in the manifest, for this table: ${others.map(one => `"form": {"dates": "${one}"}`).join(", or ")}`
      : `Write it as ${form === "YYYY-MM-DD" ? "2026-03-19" : form}`
  }`;
}

/** The same of a number. */
export function noNumber(column: string, text: string, shape: Shape | undefined): string {
  const own = shape?.form?.decimal;
  const signs = ([".", ","] as const).filter(
    (sign: DecimalSign) => sign !== own && numberIn(text, sign),
  );
  return `has no number for ${column}: ${shown(text)}. ${
    signs.length > 0
      ? `If all are written so, say it in the manifest, for this table: ${signs.map(sign => `"form": {"decimal": "${sign}"}`).join(", or ")}`
      : "Write it in digits with a point, as 1234.5, and leave it empty where it is not known"
  }`;
}
