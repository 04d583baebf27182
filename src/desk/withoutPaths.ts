/**
 * A sentence without the paths of this machine: of each its last part is left.
 *
 * @example withoutPaths("no data in /srv/desk/data/prices.csv: look") // "no data in …/prices.csv: look"
 * @example withoutPaths("asked https://api.example.org/coins/list twice") // "asked https://api.example.org/coins/list twice"
 */
export const withoutPaths = (text: string): string =>
  text.replace(
    paths,
    path =>
      `…/${
        path
          .replace(/[\\/]+$/, "")
          .split(/[\\/]/)
          .at(-1) ?? ""
      }`,
  );

/** From a root, a drive, or a folder above; addresses have a colon and letters before theirs. */
const paths = /(?<![\w:/.…])(?:(?:\.{0,2}\/)+|[A-Z]:\\)[^\s:;,"'()]+/g;
