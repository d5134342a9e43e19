// Builds the intake into intake/dist: one script with all that it needs beside it. The folder can be copied to any machine with
// Node.js 20 and runs there without an installation. `node intake/build.mjs`; installs the intake's own packages the first time.
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { buildSegmenterAssets } from '../scripts/build-dictionary.mjs'
import { thirdPartyNotices } from '../scripts/notices.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.dirname(here)
const dist = path.join(here, 'dist')

/** The intake's packages are its own: whoever only wants the extension never installs them. */
export function installIntake() {
  if (existsSync(path.join(here, 'node_modules/kysely'))) return
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const shell = process.platform === 'win32'
  execFileSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit', shell })
}

/** Resolves with the path of the script. */
export async function buildIntake() {
  installIntake()
  mkdirSync(dist, { recursive: true })
  const outfile = path.join(dist, 'intake.js')
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['intake/src/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['nodejieba', 'jieba-wasm'],
    loader: { '.yaml': 'text', '.md': 'text', '.html': 'text', '.css': 'text' },
    define: { LIGAO_VERSION: JSON.stringify(version) },
    mainFields: ['module', 'main'],
    legalComments: 'none',
    metafile: true,
    charset: 'utf8',
    logLevel: 'warning',
  })
  chmodSync(outfile, 0o755)
  cpSync(path.join(here, 'src/pages/assets'), path.join(dist, 'assets'), { recursive: true })
  buildSegmenterAssets({ outDir: dist, log: () => {} })
  mkdirSync(path.join(dist, 'model'), { recursive: true })
  copyFileSync(path.join(root, 'server/model/clauses.json'), path.join(dist, 'model/clauses.json'))
  const sqlite = path.join(here, 'node_modules/node-sqlite3-wasm/dist/node-sqlite3-wasm.wasm')
  copyFileSync(sqlite, path.join(dist, path.basename(sqlite)))
  writeFileSync(path.join(dist, 'THIRD-PARTY.txt'), thirdPartyNotices(root, Object.keys(metafile.inputs)))
  return outfile
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  buildIntake().then(console.log, error => {
    // esbuild has already printed its own errors.
    if (!error.errors) console.error(error)
    process.exitCode = 1
  })
}
