import {diffWordsWithSpace} from "diff";
import {inLocale} from "../../words/locale.ts";
import type {Choice, Piece} from "./merging.ts";
import {savingWords} from "./savingWords.ts";

interface Given {
  readonly number: number;
  readonly piece: Piece;
  readonly choice: Choice | undefined;
  readonly here: boolean;
  readonly choose: (choice: Choice) => void;
}

/** A place in which the texts differ: before, theirs, mine. */
export function ConflictPiece({number, piece, choice, here, choose}: Given) {
  const w = inLocale(savingWords).conflict;
  const {kind} = piece;
  if (kind === "same") return null;
  const needs = kind === "needs";
  const id = `piece-${number}`;
  const base = piece.base.join("\n");
  return (
    <section
      class="hunk"
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-current={here ? "true" : undefined}
    >
      <header>
        <h3 id={`${id}-title`}>{w.line(piece.line)}</h3>
        <span class={needs && !choice ? "tag red" : "tag"}>
          {needs ? (choice ? w.chosen : w.needsYou) : w.settledItself}
        </span>
        <span class="soft">{w.why[kind]}</span>
      </header>
      <div class="tri">
        <div>
          <h4>{w.before}</h4>
          <p>{base.trim() === "" ? <span class="soft">{w.nothing}</span> : base}</p>
        </div>
        <Side
          title={w.theirs}
          before={base}
          after={piece.theirs.join("\n")}
          chosen={choice === "theirs" || kind === "theirs"}
          take={needs ? {says: w.takeTheirs, key: "1", act: () => choose("theirs")} : undefined}
        />
        <Side
          title={w.mine}
          before={base}
          after={piece.mine.join("\n")}
          chosen={choice === "mine" || kind === "mine"}
          take={needs ? {says: w.takeMine, key: "2", act: () => choose("mine")} : undefined}
        />
      </div>
      {needs && typeof choice !== "object" && (
        <button
          class="btn sm anew"
          type="button"
          onClick={() => choose({anew: piece.mine.join("\n")})}
        >
          {w.anew} <kbd>3</kbd>
        </button>
      )}
      {typeof choice === "object" && (
        <label class="anew">
          {w.anewLabel}
          <textarea
            rows={4}
            value={choice.anew}
            onInput={({currentTarget}) => choose({anew: currentTarget.value})}
          />
        </label>
      )}
    </section>
  );
}

interface SideGiven {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly chosen: boolean;
  readonly take:
    | {readonly says: string; readonly key: string; readonly act: () => void}
    | undefined;
}

function Side({title, before, after, chosen, take}: SideGiven) {
  const w = inLocale(savingWords).conflict;
  return (
    <div class={chosen ? "chosen" : ""}>
      <h4>
        {title} {chosen && <span class="soft">{w.chosen}</span>}
      </h4>
      <p>{after === before ? <span class="soft">{w.asBefore}</span> : difference(before, after)}</p>
      {take && (
        <div class="acts">
          <button class="btn sm" type="button" onClick={take.act}>
            {take.says} <kbd>{take.key}</kbd>
          </button>
        </div>
      )}
    </div>
  );
}

const difference = (before: string, after: string) =>
  diffWordsWithSpace(before, after).map(({value, added, removed}, i) => {
    const key = `${i}`;
    if (added) return <ins key={key}>{value}</ins>;
    return removed ? <del key={key}>{value}</del> : <span key={key}>{value}</span>;
  });
