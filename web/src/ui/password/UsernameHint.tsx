import classes from './UsernameHint.module.css';

/** Tells a password manager whose password a form is about; nobody else needs it. */
export function UsernameHint({ email }: { email: string }) {
  return (
    <input
      className={classes.hint}
      type="text"
      name="username"
      autoComplete="username"
      value={email}
      readOnly
      tabIndex={-1}
      aria-hidden
    />
  );
}
