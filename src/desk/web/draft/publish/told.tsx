import {wordsFor} from "../../../../languages/release.ts";
import type {CorrectionSummary} from "../../../api/publicationShapes.ts";
import {inLocale} from "../../words/locale.ts";
import {words} from "./words.ts";

interface Props {
  readonly correction: Pick<CorrectionSummary, "kind" | "reason" | "wrong" | "right">;
  /** Of the note: that is how readers are told. */
  readonly language: string;
  /** When it was approved; it is not yet without. */
  readonly at?: string;
}

/** What readers are told of it, in the note's language, as it will stand there. */
export function Told({correction: {kind, reason, wrong, right}, language, at}: Props) {
  const w = inLocale(words);
  const told = wordsFor(language);
  if (kind === "refiled") return <p class="soft">{w.toldNothing}</p>;
  const [above, instead] = at ? [w.saidAbove, w.saidInstead] : [w.aboveText, w.insteadOfText];
  const day = at ?? new Date().toISOString();
  return (
    <>
      <p class="small soft">{kind === "retracted" ? instead : above}</p>
      <p class="quote" lang={language}>
        {kind === "retracted"
          ? `${told.retracted(day)} ${reason}`
          : `${told.corrected(day)} ${told.wrongAndRight({wrong: wrong ?? "", right: right ?? ""})}`}
      </p>
    </>
  );
}
