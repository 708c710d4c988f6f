// What Maven calls: builds the web app, or with --check runs its gates and tests. Does neither twice for the same
// files: the hash of everything that goes in is kept beside what came out.
import { spawn, spawnSync } from 'node:child_process';
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

const shell = process.platform === 'win32';

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell });
  if (error) console.error(`${command} could not be run (${error.message}): install Node.js 20 or newer with npm`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs scripts of the package side by side; what each prints is printed when it ends. */
async function runTogether(...scripts) {
  const statuses = await Promise.all(
    scripts.map(
      (script) =>
        new Promise((resolve) => {
          const child = spawn('npm', ['run', script], { shell });
          const printed = [];
          for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(chunk));
          child.on('close', (status) => {
            process.stdout.write(Buffer.concat(printed));
            resolve(status);
          });
        }),
    ),
  );
  if (statuses.some((status) => status !== 0)) process.exit(1);
}

async function once(stamp, hash, work, result = stamp) {
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await work();
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, hash);
}

const everything = hashOf(filesIn('.'));

await once('node_modules/.installed', hashOf(['package.json', 'package-lock.json']), () =>
  run('npm', 'ci', '--no-audit', '--no-fund'),
);
if (process.argv.includes('--check')) {
  await once('node_modules/.checked', everything, () => runTogether('check', 'test'));
} else {
  await once('node_modules/.built', everything, () => run('npm', 'run', 'build'), 'dist/index.html');
}
