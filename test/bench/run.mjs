// `npm run bench`: builds for production, installs the peers into their own folder, bundles the bench as the product is
// bundled, and runs it.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '../..')
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })

if (!existsSync(path.join(here, 'node_modules'))) run(npm, ['install', '--no-audit', '--no-fund'], here)
if (!process.argv.includes('--no-build')) run(process.execPath, ['esbuild.mjs', '--production'], root)

/** The stock phrases of our own lexicons as plain patterns: what textlint's prh gets, so that both look for the same. */
const generated = readFileSync(path.join(root, 'server/src/core/lexicon/lexicons.generated.ts'), 'utf8')
const phrases = [
  ...generated.matchAll(/"?(?:source|pattern|regex)"?:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g),
]
  .map(hit => (hit[1].startsWith('"') ? JSON.parse(hit[1]) : hit[1].slice(1, -1).replace(/\\\\/g, '\\')))
  .map(pattern => `/${pattern.replace(/\//g, '\\/')}/`)

await build({
  entryPoints: [path.join(here, 'bench.ts')],
  outfile: path.join(here, 'node_modules/.cache/bench.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  format: 'cjs',
  external: ['autocorrect-node', 'textlint*', '@textlint/*', 'zhlint', 'markdownlint*'],
  define: { BENCH_ROOT: JSON.stringify(root), BENCH_PHRASES: JSON.stringify(phrases) },
})
run(process.execPath, [path.join(here, 'node_modules/.cache/bench.cjs')], root)
// 待报事项 over a workspace of ten thousand drafts, against the built server.
run(process.execPath, ['--import', 'tsx', path.join(here, 'due.ts')], root)
