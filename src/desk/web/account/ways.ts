/** The ways in by a link, and what each asks of the desk. */
export const ways = {
  "/welcome": {to: "/api/welcome", asksWho: true},
  "/invitation": {to: "/api/invitations/accept", asksWho: true},
  "/reset": {to: "/api/session/reset", asksWho: false},
} as const;
export type Way = keyof typeof ways;

export const wayOf = (path: string): Way | undefined =>
  (Object.keys(ways) as Way[]).find(way => way === path);
