/** What ends a line where HTML is read. */
const blocks = "h1, h2, h3, h4, h5, h6, p, li, tr, figcaption, blockquote, pre, div, br";

/**
 * What a reader sees of a post's text as its target keeps it, a line for each paragraph, item and row.
 * HTML is only parsed: it is put into no page, so that nothing of it runs or is fetched.
 */
export function readable(stored: string): string {
  if (!/<[a-z][^>]*>/i.test(stored)) return stored;
  const {body} = new DOMParser().parseFromString(stored, "text/html");
  for (const one of body.querySelectorAll("script, style, template")) one.remove();
  for (const cell of body.querySelectorAll("td, th")) cell.append(" ");
  for (const block of body.querySelectorAll(blocks)) block.after("\n");
  return (body.textContent ?? "")
    .split("\n")
    .map(line => line.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
}
