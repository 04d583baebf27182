import {Key} from "../frame/key.tsx";

const isMac = /Mac|iP(?:ad|hone)/.test(navigator.userAgent);

/** The key that does what a dialog or form is for. */
export const ConfirmKey = () => <Key of={isMac ? "⌘↵" : "ctrl ↵"} />;
