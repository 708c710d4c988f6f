// Runs before the first paint, so that a dark page does not flash white. Inline scripts are forbidden by the content security policy.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('claribi-color-scheme');
  } catch {
    // Storage may be blocked; the system's scheme then applies.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
