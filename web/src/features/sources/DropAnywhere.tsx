import { IconUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import classes from './DropAnywhere.module.css';

/** Takes a file dropped anywhere on the page. */
export function DropAnywhere({ onFile }: { onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);

  useEffect(() => {
    // Entering a child leaves its parent: only when as many were left as entered is the file off the page.
    let depth = 0;
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const hover = (event: DragEvent) => {
      if (carriesFile(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      depth = 0;
      setOver(false);
      if (file === undefined || event.defaultPrevented) return;
      event.preventDefault();
      onFile(file);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: hover, drop };
    for (const [name, listener] of Object.entries(listeners))
      document.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        document.removeEventListener(name, listener as EventListener);
    };
  }, [onFile]);

  if (!over) return null;
  return (
    <div className={classes.veil}>
      <div className={classes.card}>
        <IconUpload size={24} aria-hidden />
        Drop the file to add it as a data source
      </div>
    </div>
  );
}
