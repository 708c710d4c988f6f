import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  level: 1 | 2 | 3;
  className?: string | undefined;
  children: ReactNode;
}

/** Takes the focus as it appears: a new step of a form is then the next thing a screen reader says. */
export function FocusedHeading({ level, className, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const Heading = `h${level}` as const;

  useEffect(() => heading.current?.focus(), []);

  return (
    <Heading ref={heading} tabIndex={-1} className={className} data-step-heading>
      {children}
    </Heading>
  );
}
