import { type ReactNode, useEffect, useState } from 'react';

/** Shows nothing for 150 ms: what loads faster than that should not flicker. */
export function Delayed({ children }: { children: ReactNode }) {
  const [due, setDue] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 150);
    return () => clearTimeout(timer);
  }, []);

  return due ? children : null;
}
