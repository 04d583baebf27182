/** For who is not signed in. */
export function SignIn() {
  return <main id="main" class="wrap" />;
}
