// Fails the build when the script that a first visit loads outgrows its budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 250;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** Everything the first page needs: the entry with the frame, and the page a signed-in person lands on. */
const FIRST_PAGE = ['index.html', 'src/app/routes/DashboardListRoute.tsx'];

function closure(key, seen) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no chunk for ${key}; mend FIRST_PAGE.`);
  if (seen.has(chunk.file)) return;
  seen.add(chunk.file);
  for (const next of chunk.imports ?? []) closure(next, seen);
}

const files = new Set();
for (const key of FIRST_PAGE) closure(key, files);

let total = 0;
for (const file of [...files].sort()) {
  const kilobytes = gzipSync(readFileSync(new URL(file, dist))).length / 1000;
  total += kilobytes;
  console.log(`${kilobytes.toFixed(1).padStart(7)} kB  ${file}`);
}
console.log(`${total.toFixed(1).padStart(7)} kB  of gzipped script in the first load; the budget is ${BUDGET_KB} kB`);
if (total > BUDGET_KB) process.exit(1);
