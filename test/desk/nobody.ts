import type {PeopleServices} from "../../src/desk/api/peopleServices.ts";

/** A desk to which nobody has come yet: who asks shows a token. */
export const nobodyHere = (): PeopleServices => ({
  cookie: "assay.session_token",
  ways: async () => ({oidc: false, owner: false, demo: false}),
  sessionOf: async () => undefined,
  signIn: async () => undefined,
  signOut: async () => ({cookies: []}),
  hasPassword: async () => false,
  sessions: async () => ({sessions: []}),
  endSession: async () => false,
  endSessions: async () => ({cookies: []}),
  changePassword: async () => false,
  welcome: async () => undefined,
  accept: async () => undefined,
  reset: async () => undefined,
  invite: async () => ({
    id: "i1",
    link: `http://localhost:4100/invitation#${"x".repeat(43)}`,
    expiresAt: "2026-12-05T04:30:00Z",
  }),
  invitations: async () => ({invitations: []}),
  withdraw: async () => false,
  people: async () => [],
  writers: async () => [],
  changePerson: async () => undefined,
  signOutPerson: async () => false,
  tokens: async () => ({tokens: []}),
  createToken: async () => `assay_${"x".repeat(43)}`,
  revokeToken: async () => false,
  leave: async () => undefined,
  arrive: async () => undefined,
});
