// Bundles the extension, the language server and the terminal command into dist/.
// `node esbuild.mjs [--production] [--watch]`
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { buildSegmenterAssets } from './scripts/build-dictionary.mjs'
import { writeNotices } from './scripts/notices.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))

/**
 * Everything else that dist/ holds: each step is `async ({ root, dist, production }) => {}` and puts its files there
 * before the bundles are made. Add an import above and a name here.
 */
const steps = [
  async ({ dist }) => buildSegmenterAssets({ outDir: dist }),
  async ({ root, dist }) => {
    mkdirSync(join(dist, 'model'), { recursive: true })
    copyFileSync(join(root, 'server/model/clauses.json'), join(dist, 'model/clauses.json'))
  },
]

/** esbuild plugins for every bundle. */
const plugins = []

/** Native code and its fallback are found beside the bundle at run time, never inside it. */
const external = ['vscode', 'nodejieba', 'jieba-wasm']

const entries = [
  { source: 'client/src/extension.ts', target: 'dist/extension.js' },
  { source: 'server/src/lsp/main.ts', target: 'dist/server.js' },
  // Apart, because most of the time nothing is handed in; and without what is large and seldom used, because reading a
  // file of two megabytes holds up the editor.
  {
    source: 'client/src/submission/index.ts',
    target: 'dist/submission.js',
    apart: {
      '../docx/render': './docx-worker.js',
      './smtp/transport': './mail-transport.js',
      './read': './attachment-reader.js',
    },
  },
  { source: 'client/src/submission/docx/worker.ts', target: 'dist/docx-worker.js' },
  { source: 'client/src/submission/incoming/importFile.ts', target: 'dist/draft-importer.js' },
  { source: 'client/src/submission/package/reading/read.ts', target: 'dist/attachment-reader.js' },
  { source: 'client/src/submission/channels/smtp/transport.ts', target: 'dist/mail-transport.js' },
  { source: 'server/src/cli/main.ts', target: 'dist/cli.js', command: true },
]

const SHEBANG = '#!/usr/bin/env node'
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Leads imports to bundles of their own beside this one. */
const leadApart = apart => ({
  name: 'apart',
  setup: bundler =>
    bundler.onResolve({ filter: /^\.\.?\// }, ({ path, kind }) =>
      apart[path] && kind === 'dynamic-import' ? { path: apart[path], external: true } : undefined,
    ),
})

function optionsOf({ source, target, command, apart }, production) {
  const bare = command && !readFileSync(join(root, source), 'utf8').startsWith('#!')
  return {
    absWorkingDir: root,
    entryPoints: [source],
    outfile: target,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external,
    plugins: apart ? [...plugins, leadApart(apart)] : plugins,
    loader: { '.yaml': 'text', '.md': 'text', '.html': 'text', '.css': 'text' },
    define: { LIGAO_VERSION: JSON.stringify(version) },
    banner: bare ? { js: SHEBANG } : {},
    // The ESM builds of these packages are plain; their UMD builds hide `require` from a bundler.
    mainFields: ['module', 'main'],
    minify: production,
    sourcemap: production ? false : 'linked',
    // The notices are gathered in one file (scripts/notices.mjs).
    legalComments: 'none',
    metafile: true,
    charset: 'utf8',
    logLevel: 'warning',
  }
}

/** Builds all entries that exist; resolves with the sources that do not exist yet. */
export async function build({ production = false, watch = false } = {}) {
  const dist = join(root, 'dist')
  mkdirSync(dist, { recursive: true })
  for (const step of steps) await step({ root, dist, production })
  const missing = entries.filter(({ source }) => !existsSync(join(root, source)))
  for (const { source, target } of missing)
    console.warn(`WARNING: ${source} does not exist; ${target} is not built.`)
  const inputs = []
  for (const entry of entries.filter(entry => !missing.includes(entry))) {
    const options = optionsOf(entry, production)
    if (watch) await (await esbuild.context({ ...options, logLevel: 'info' })).watch()
    else inputs.push(...Object.keys((await esbuild.build(options)).metafile.inputs))
    // A map of an earlier build would lie beside a bundle that it does not belong to, and be packed.
    if (production) rmSync(join(root, `${entry.target}.map`), { force: true })
    if (entry.command && !watch) chmodSync(join(root, entry.target), 0o755)
  }
  if (!watch) writeNotices({ root, dist, inputs })
  return missing.map(({ source }) => source)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const flags = process.argv.slice(2)
  try {
    await build({ production: flags.includes('--production'), watch: flags.includes('--watch') })
  } catch (error) {
    // esbuild has already printed its own errors.
    if (!error.errors) console.error(error)
    process.exitCode = 1
  }
}
