import {useState} from "preact/hooks";
import {Dialog} from "../frame/dialog.tsx";
import {inLocale} from "../words/locale.ts";
import {words} from "./words.ts";

interface Props {
  readonly about: string;
  readonly title: string;
  readonly says: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** Something secret that is shown this once. */
export function ShownOnce({about, title, says, secret, onClose}: Props) {
  const w = inLocale(words);
  const [copied, setCopied] = useState(false);
  return (
    <Dialog about={about} title={title} onClose={onClose} narrow>
      <div class="part">
        <p>
          <code class="secret">{secret}</code>
        </p>
        <p class="soft">{says}</p>
      </div>
      <footer>
        <span role="status">{copied && w.copied}</span>
        <button
          class="btn main"
          type="button"
          onClick={() => void navigator.clipboard?.writeText(secret).then(() => setCopied(true))}
        >
          {w.copy}
        </button>
        <button class="btn" type="button" onClick={onClose}>
          {w.done}
        </button>
      </footer>
    </Dialog>
  );
}
