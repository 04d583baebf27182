import {useSignal} from "@preact/signals";
import {useEffect, useMemo, useRef} from "preact/hooks";
import {Key} from "../../frame/key.tsx";
import {useKeys} from "../../keys.ts";
import {inLocale} from "../../words/locale.ts";
import {ConfirmKey} from "../confirmKey.tsx";
import {ConflictPiece} from "./conflictPiece.tsx";
import {type Choice, merged, piecesOf, type Three} from "./merging.ts";
import {savingWords} from "./savingWords.ts";

/** Two texts that are to become one. */
export interface Conflict extends Three {
  readonly title: string;
  /** What the button does. */
  readonly does: string;
  readonly done: (text: string) => void;
}

/** Piece by piece theirs, mine or anew; what only one of the two has changed settles itself. */
export function ConflictDialog({given, close}: {readonly given: Conflict; close: () => void}) {
  const w = inLocale(savingWords).conflict;
  const dialog = useRef<HTMLDialogElement>(null);
  const pieces = useMemo(() => piecesOf(given), [given]);
  const changed = pieces.flatMap((piece, i) => (piece.kind === "same" ? [] : [i]));
  const needs = changed.filter(i => pieces[i]?.kind === "needs");
  const choices = useSignal<ReadonlyMap<number, Choice>>(new Map());
  const here = useSignal(needs[0]);
  const text = merged(pieces, choices.value);
  const open = needs.filter(i => !choices.value.has(i));

  useEffect(() => {
    const before = document.activeElement;
    if (!dialog.current?.open) dialog.current?.showModal();
    return () => {
      // What it was opened by goes with the conflict; then one is back in the text.
      requestAnimationFrame(() => {
        const there = before instanceof HTMLElement && before !== document.body;
        if (there && before.isConnected) before.focus();
        else document.querySelector<HTMLElement>("#c-text .cm-content, #c-text textarea")?.focus();
      });
    };
  }, []);
  const choose = (i: number, choice: Choice) => {
    choices.value = new Map(choices.value).set(i, choice);
    if (typeof choice === "string") go(needs.find(one => !choices.value.has(one)) ?? i);
  };
  const chooseHere = (choice: Choice) => {
    if (here.value !== undefined) choose(here.value, choice);
  };
  const go = (i: number | undefined) => {
    if (i === undefined) return;
    here.value = i;
    document.getElementById(`piece-${i}`)?.scrollIntoView({block: "nearest"});
    document.getElementById(`piece-${i}`)?.focus({preventScroll: true});
  };
  const beside = (step: number) => {
    const at = needs.indexOf(here.value ?? -1) + step;
    go(needs[Math.max(0, Math.min(needs.length - 1, at))]);
  };
  const done = () => {
    // As it was chosen to the last key, whatever has been drawn.
    const text = merged(pieces, choices.peek());
    if (text === undefined) return;
    given.done(text);
    close();
  };
  useKeys(
    () => [
      {key: "1", says: w.takeTheirs, act: () => chooseHere("theirs")},
      {key: "2", says: w.takeMine, act: () => chooseHere("mine")},
      {
        key: "3",
        says: w.anew,
        act: () => chooseHere({anew: (pieces[here.value ?? -1]?.mine ?? []).join("\n")}),
      },
      {key: "j", says: w.nextOpen, act: () => beside(1)},
      {key: "k", says: w.previousOpen, act: () => beside(-1)},
      {key: "mod+Enter", says: given.does, act: done, whileTyping: true},
    ],
    [given],
  );
  return (
    <dialog class="conflict-dialog" ref={dialog} onClose={close} aria-labelledby="conflict-title">
      <header>
        <h2 id="conflict-title">{given.title}</h2>
        <p class="soft">
          {changed.length === 0
            ? w.nothingDiffers
            : w.summary(changed.length - needs.length, needs.length)}
        </p>
      </header>
      <div class="conflict">
        {changed.map(i => (
          <ConflictPiece
            key={i}
            number={i}
            piece={pieces[i]!}
            choice={choices.value.get(i)}
            here={here.value === i}
            choose={choice => choose(i, choice)}
          />
        ))}
      </div>
      <footer>
        <span class="soft" role="status">
          {open.length > 0 && w.stillNeeds(open.length)}
        </span>
        <button class="btn" type="button" onClick={() => dialog.current?.close()}>
          {w.notYet} <Key of="esc" />
        </button>
        <button
          class="btn main"
          type="button"
          aria-disabled={text === undefined ? "true" : undefined}
          onClick={done}
        >
          {given.does} <ConfirmKey />
        </button>
      </footer>
    </dialog>
  );
}
