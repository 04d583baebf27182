import type {ComponentChildren} from "preact";
import {useEffect, useId, useRef} from "preact/hooks";

interface Props {
  /** What it is about, small above. */
  readonly about: string;
  /** What is asked, or said. */
  readonly title: string;
  readonly onClose: () => void;
  /** Ctrl or ⌘ and Enter. */
  readonly onConfirm: () => void;
  readonly children: ComponentChildren;
}

/** Something that is decided before all else; as long as it is drawn it is open. */
export function Dialog({about, title, onClose, onConfirm, children}: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    // What it is about is heard first; a button in focus would be pressed unread.
    dialog?.querySelector("h2")?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      onCancel={event => {
        if (event.target !== element.current) return;
        event.preventDefault();
        onClose();
      }}
      onKeyDown={event => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onConfirm();
      }}
    >
      <header>
        <h2 tabIndex={-1}>{about}</h2>
        <p id={id}>{title}</p>
      </header>
      {children}
    </dialog>
  );
}
