const frontMatter = /^---[ \t]*\n(?:[\w-]+:.*\n(?:[ \t].*\n)*)+---[ \t]*\n\n?/;

/**
 * The front matter of a text, with the blank line after it: what the program made and nobody reads first.
 *
 * @example headOf("---\ntitle: A\n---\n\nB") // "---\ntitle: A\n---\n\n"
 * @example headOf("---\n\nA rule above.") // ""
 */
export const headOf = (text: string): string => frontMatter.exec(text)?.[0] ?? "";
