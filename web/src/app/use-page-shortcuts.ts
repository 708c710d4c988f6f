import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { MAIN, SETTINGS } from '#/app/navigation';

const WITHIN_MILLIS = 1200;

/** “g” and then a letter goes to a page, “?” tells all of this, unless somebody is typing. */
export function usePageShortcuts(onHelp: () => void): void {
  const navigate = useNavigate();

  useEffect(() => {
    let armedUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const destination = [...MAIN, SETTINGS].find(({ key }) => key === event.key);
      if (event.key === '?') onHelp();
      else if (event.key === 'g') armedUntil = event.timeStamp + WITHIN_MILLIS;
      else if (destination !== undefined && event.timeStamp < armedUntil) {
        armedUntil = 0;
        navigate(destination.path);
      } else armedUntil = 0;
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, onHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
  );
}
