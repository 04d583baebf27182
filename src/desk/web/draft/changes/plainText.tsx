import {structuredPatch} from "diff";
import {inLocale} from "../../words/locale.ts";
import {words} from "./words.ts";

/** Two texts as they are kept, line by line with their numbers. */
export function PlainText({base, text}: {readonly base: string; readonly text: string}) {
  const w = inLocale(words);
  const {hunks} = structuredPatch("", "", base, text, "", "", {context: 1});
  if (hunks.length === 0) return <p class="soft">{w.asItWas}</p>;
  return (
    <div class="rawdiff">
      {hunks.map(({oldStart, newStart, lines}) => {
        let [old, now] = [oldStart, newStart];
        return lines
          .filter(line => !line.startsWith("\\"))
          .map(line => {
            const sign = line[0] ?? " ";
            const number = sign === "-" ? old : now;
            if (sign !== "+") old++;
            if (sign !== "-") now++;
            const shown = sign === "-" ? "−" : sign;
            return (
              <div key={`${sign}${number}`} class={{"-": "m", "+": "p"}[sign]}>
                <span class="soft">{number}</span>
                <span>{shown}</span>
                <span>{line.slice(1)}</span>
              </div>
            );
          });
      })}
    </div>
  );
}
