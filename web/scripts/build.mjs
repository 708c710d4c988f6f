// What Maven calls: builds the web app, or with --check runs its gates and tests. Does neither twice for the same
// files: the hash of everything that goes in is kept beside what came out.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage']);

function* filesIn(folder) {
  for (const name of readdirSync(folder).sort()) {
    if (LEFT_OUT.has(name)) continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update('\0').update(readFileSync(path));
  return hash.digest('hex');
}

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(`${command} could not be run (${error.message}): install Node.js 20 or newer with npm`);
  if (status !== 0) process.exit(status ?? 1);
}

function once(stamp, hash, work, result = stamp) {
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  work();
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, hash);
}

const everything = hashOf(filesIn('.'));

once('node_modules/.installed', hashOf(['package.json', 'package-lock.json']), () =>
  run('npm', 'ci', '--no-audit', '--no-fund'),
);
if (process.argv.includes('--check')) {
  once('node_modules/.checked', everything, () => {
    run('npm', 'run', 'check');
    run('npm', 'test');
  });
} else {
  once('node_modules/.built', everything, () => run('npm', 'run', 'build'), 'dist/index.html');
}
