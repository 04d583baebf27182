import type {ComponentChildren} from "preact";
import {inLocale} from "../../words/locale.ts";
import {type Block, blocksBetween, type Shape} from "./diff.ts";
import {Pieces} from "./pieces.tsx";
import {words} from "./words.ts";

/** Two texts as they are read, in the serif of what leaves the house; what is as it was is folded. */
export function Rendered({base, text}: {readonly base: string; readonly text: string}) {
  const w = inLocale(words);
  const blocks = blocksBetween(base, text);
  if (!blocks.some(({kind}) => kind === "changed")) return <p class="soft">{w.asItWas}</p>;
  return (
    <div class="diff">
      {blocks.map((block, i) => (
        <Changed key={`${i}`} block={block} />
      ))}
    </div>
  );
}

function Changed({block}: {readonly block: Block}) {
  const w = inLocale(words);
  if (block.kind === "changed")
    return (
      <Line shape={block.shape}>
        <Pieces pieces={block.pieces} />
      </Line>
    );
  // A heading above what changed says where one is.
  const last = block.blocks.at(-1);
  const heading = last && last.shape !== "paragraph" && last.shape !== "row" ? last : undefined;
  const isHeading = heading?.shape === "heading" || heading?.shape === "title";
  const folded = isHeading ? block.blocks.slice(0, -1) : block.blocks;
  return (
    <>
      {folded.length > 0 && (
        <details class="skipd">
          <summary>{w.unchanged(folded.length)}</summary>
          {folded.map(({shape, words: told}, i) => (
            <Line key={`${i}${told}`} shape={shape}>
              {told}
            </Line>
          ))}
        </details>
      )}
      {isHeading && heading && <Line shape={heading.shape}>{heading.words}</Line>}
    </>
  );
}

function Line({shape, children}: {readonly shape: Shape; readonly children: ComponentChildren}) {
  if (shape === "title" || shape === "heading") return <h4 class={shape}>{children}</h4>;
  return <p class={shape}>{children}</p>;
}
