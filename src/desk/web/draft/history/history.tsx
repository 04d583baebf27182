/** Who did what when. */
export function History() {
  return null;
}
