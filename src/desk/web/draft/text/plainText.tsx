import {computed, type Signal, signal, useSignal} from "@preact/signals";
import {useEffect, useLayoutEffect, useRef} from "preact/hooks";
import {inLocale} from "../../words/locale.ts";
import type {Room} from "../room.ts";
import {changesBetween} from "./changesBetween.ts";
import {type Checking, openChecking} from "./checking.ts";
import {headOf} from "./headOf.ts";
import {PlainActs} from "./plainActs.tsx";
import {words} from "./words.ts";

const stored = "assay.plainText";
const wide = matchMedia("(min-width: 861px)");

/** Whether there is no room for the editor. */
export const narrow = signal(!wide.matches);
wide.addEventListener("change", () => {
  narrow.value = !wide.matches;
});
const chosen = signal(localStorage.getItem(stored) === "on");

/** Whether the text is a field as any page has one, which every phone and screen reader knows. */
export const plain = computed(() => narrow.value || chosen.value);

export function togglePlain(): void {
  chosen.value = !chosen.value;
  localStorage.setItem(stored, chosen.value ? "on" : "off");
}

interface Given {
  readonly room: Room;
  readonly checking: Signal<Checking | undefined>;
}

/** The text without its marks; saved and checked all the same. */
export function PlainText({room, checking}: Given) {
  const w = inLocale(words);
  const field = useRef<HTMLTextAreaElement>(null);
  const whole = useSignal(false);
  /** What is folded away above the field. */
  const headNow = () => (whole.peek() ? "" : headOf(room.text.peek() ?? ""));
  const all = room.text.value ?? "";
  const head = whole.value ? "" : headOf(all);
  const text = all.slice(head.length);

  useEffect(() => {
    const mine = openChecking(room, {take: () => room.text.peek() ?? "", show() {}});
    checking.value = mine;
    const stop = room.text.subscribe(() => mine.changed());
    const {current} = field;
    const point = () => {
      if (current && document.activeElement === current)
        room.here.value = {
          from: headNow().length + current.selectionStart,
          to: headNow().length + current.selectionEnd,
        };
    };
    document.addEventListener("selectionchange", point);
    room.hand.value = {
      show({from, to}, options) {
        if (from < headNow().length) whole.value = true;
        const folded = headNow().length;
        current?.setSelectionRange(from - folded, to - folded);
        if (options?.focus) current?.focus();
        room.here.value = {from, to};
      },
      replace({from, to}, insert) {
        const before = room.text.peek() ?? "";
        if (room.writable.peek())
          room.text.value = before.slice(0, from) + insert + before.slice(to);
      },
    };
    return () => {
      stop();
      mine.close();
      checking.value = undefined;
      document.removeEventListener("selectionchange", point);
      room.hand.value = undefined;
    };
  }, [room]);

  // What came from the desk leaves the cursor where it is.
  useLayoutEffect(() => {
    const {current} = field;
    if (!current || current.value === text) return;
    for (const {from, to, insert} of changesBetween(current.value, text).toReversed())
      current.setRangeText(insert, from, to, "preserve");
  }, [text]);

  return (
    <>
      {head && (
        <button
          class="plain-head small"
          type="button"
          aria-expanded={false}
          onClick={() => {
            whole.value = true;
            field.current?.focus();
          }}
        >
          {w.folded("frontMatter", head.trim().split("\n").length - 2, undefined)}
        </button>
      )}
      <textarea
        class="body plain-text"
        ref={field}
        aria-label={w.text}
        aria-describedby="text-state"
        lang={room.draft.value.value?.locale}
        spellcheck
        autocapitalize="off"
        readOnly={!room.writable.value}
        onInput={({currentTarget}) => {
          room.text.value = headNow() + currentTarget.value;
        }}
      />
      <PlainActs room={room} checking={checking.value} />
    </>
  );
}
