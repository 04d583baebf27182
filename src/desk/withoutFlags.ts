/**
 * A sentence that calls the flags of a command line by the fields of a request.
 *
 * @example withoutFlags("give --as-of within three days of it") // "give asOf within three days of it"
 * @example withoutFlags("so it has no largest coins: leave out --top") // "so it has no largest coins: leave out top"
 */
export const withoutFlags = (text: string): string =>
  text.replace(/(?<![\w-])--([a-z]+(?:-[a-z]+)*)/g, (_, name: string) =>
    name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  );
