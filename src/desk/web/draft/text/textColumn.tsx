import {useSignal} from "@preact/signals";
import {useEffect} from "preact/hooks";
import {useKeys} from "../../keys.ts";
import {fetchLater, later} from "../../later.tsx";
import {lately} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import type {Room} from "../room.ts";
import {openSaver, type Saver} from "../saver.ts";
import type {Kept} from "../saving.ts";
import type {Checking} from "./checking.ts";
import type {Conflict} from "./conflictDialog.tsx";
import {Foot} from "./foot.tsx";
import {narrow, PlainText, plain, togglePlain} from "./plainText.tsx";
import {SavingBanner} from "./savingBanner.tsx";
import {savingWords} from "./savingWords.ts";
import {TextEditor} from "./textEditor.tsx";
import {Tray} from "./tray.tsx";
import {words} from "./words.ts";

const ConflictDialog = later(() =>
  import("./conflictDialog.tsx").then(({ConflictDialog}) => ConflictDialog),
);

/** The text of a draft, to be read and written. */
export function TextColumn({room}: {readonly room: Room}) {
  const w = inLocale(words);
  const s = inLocale(savingWords);
  const checking = useSignal<Checking>();
  const saver = useSignal<Saver>();
  const failed = useSignal(false);
  const conflict = useSignal<Conflict>();
  const revision = room.revision.value;

  function open() {
    let closed = false;
    failed.value = false;
    openSaver(room).then(
      opened => {
        if (closed) opened.close();
        else saver.value = opened;
      },
      () => {
        failed.value = true;
      },
    );
    return () => {
      closed = true;
      saver.value?.close();
      saver.value = undefined;
    };
  }
  useEffect(open, [room]);
  useEffect(() => {
    if (saver.value) setTimeout(() => void fetchLater(), 500);
  }, [saver.value]);

  function putTogether() {
    const saving = room.saving.peek();
    const mine = room.text.peek();
    if (saving.kind !== "conflict" || mine === undefined) return;
    const {base, theirs, by, revision} = saving;
    conflict.value = {
      base,
      theirs,
      mine,
      title: s.conflict.title(by, revision),
      does: s.conflict.saveAs(revision + 1),
      done: text => saver.peek()?.settle(mine, text),
    };
  }
  function putBack(kept: Kept) {
    conflict.value = {
      base: kept.base.text,
      theirs: room.text.peek() ?? "",
      mine: kept.text,
      title: s.conflict.kept(lately(new Date(kept.at).toISOString())),
      does: s.conflict.putOnScreen,
      done: text => {
        room.text.value = text;
        saver.peek()?.discard(kept);
      },
    };
  }
  const save = () =>
    room.saving.peek().kind === "conflict" ? putTogether() : saver.peek()?.saveNow();
  useKeys(() => [{key: "mod+s", says: s.save, act: save, whileTyping: true}], [room]);

  return (
    <section class="col textcol" id="c-text" aria-labelledby="text-title">
      <div class="bar">
        <h2 id="text-title">{w.text}</h2>
        {!narrow.value && (
          <button class="btn sm plain" type="button" onClick={togglePlain}>
            {plain.value ? w.fullEditor : w.plainField}
          </button>
        )}
        <span>
          {revision !== undefined && w.markdown(revision)}
          {room.draft.value.value && !room.writable.value && ` · ${w.readOnly}`}
        </span>
      </div>
      {saver.value ? (
        <>
          {plain.value ? (
            <PlainText room={room} checking={checking} />
          ) : (
            <TextEditor room={room} checking={checking} />
          )}
          <Tray room={room} />
          <SavingBanner
            room={room}
            saver={saver.value}
            putTogether={putTogether}
            putBack={putBack}
          />
          <Foot room={room} checking={checking.value} />
        </>
      ) : (
        <NotThere failed={failed.value} again={open} />
      )}
      {conflict.value && (
        <ConflictDialog
          given={conflict.value}
          close={() => {
            conflict.value = undefined;
          }}
        />
      )}
    </section>
  );
}

function NotThere({failed, again}: {readonly failed: boolean; readonly again: () => void}) {
  const w = inLocale(words);
  return (
    <p class="body not-there" role="status">
      {failed ? w.notLoaded : w.loading}{" "}
      {failed && (
        <button class="btn sm" type="button" onClick={again}>
          {w.again}
        </button>
      )}
    </p>
  );
}
