import {useEffect} from "preact/hooks";

/** The document's title as long as the screen is shown; none: the desk's own. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Assay` : "Assay";
  }, [title]);
}

/** After going to another screen who reads by ear, or goes by Tab, begins at its heading. */
export function goToHeading(): void {
  // A screen that knows a better place has gone there itself.
  if (document.activeElement?.closest("main, dialog, .row")) return;
  const heading = document.querySelector<HTMLElement>("h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({preventScroll: true});
}
