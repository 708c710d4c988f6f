/** What to call somebody; the e-mail until a name is given. */
export function nameOf({ firstName, lastName, email }: Named): string {
  return [firstName, lastName].filter(Boolean).join(' ') || email;
}

interface Named {
  firstName?: string;
  lastName?: string;
  email: string;
}
