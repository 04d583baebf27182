import type {ComponentChildren} from "preact";
import {useEffect, useId, useRef} from "preact/hooks";
import {useKeys} from "../keys.ts";
import {goToHeading} from "./title.ts";

interface Props {
  /** What it is about, small above. */
  readonly about: string;
  /** What is asked, or said. */
  readonly title: string;
  /** Absent: it can only be gone through. */
  readonly onClose?: (() => void) | undefined;
  /** Ctrl or ⌘ and Enter. */
  readonly onConfirm?: (() => void) | undefined;
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

/** Something that is dealt with before all else; as long as it is drawn it is open. */
export function Dialog({about, title, onClose, onConfirm, narrow, children}: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      // Opened by a key, or by a button that is gone with what was done: then the screen's heading.
      setTimeout(() => {
        if (isNowhere() && !document.querySelector("dialog[open]")) goToHeading();
      });
    };
  }, []);
  // What had the focus may be gone, as a form is once it is sent.
  useEffect(() => {
    if (isNowhere()) element.current?.querySelector<HTMLElement>(".head > p")?.focus();
  });
  // The keys of what lies under it rest.
  useKeys(() => []);
  return (
    <dialog
      ref={element}
      class={narrow ? "narrow" : undefined}
      aria-labelledby={id}
      onCancel={event => {
        // Of a field within, such as a list that closes.
        if (event.target !== element.current) return;
        event.preventDefault();
        onClose?.();
      }}
      onKeyDown={event => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !onConfirm) return;
        event.preventDefault();
        event.stopPropagation();
        onConfirm();
      }}
    >
      {/* No header: the page has one banner. */}
      <div class="head">
        <h2>{about}</h2>
        <p id={id} tabIndex={-1}>
          {title}
        </p>
      </div>
      {children}
    </dialog>
  );
}
