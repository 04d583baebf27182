import type {ComponentChildren} from "preact";
import {useEffect, useId, useRef} from "preact/hooks";
import {useKeys} from "../keys.ts";

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
    };
  }, []);
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
        <p id={id}>{title}</p>
      </div>
      {children}
    </dialog>
  );
}
