// The recipes of docs/editors.md, word for word, in the editors that can be had here: each opens a draft and shows the
// same findings at the same words as the terminal command.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../server/src/core'
import { serverBundle } from '../lsp/support/process'

const run = promisify(execFile)
const placeholder = '/path/to/ligao/dist/server.js'
const guide = readFileSync(path.resolve('docs/editors.md'), 'utf8')
// Characters outside the first plane stand before a phrase: an editor that counts columns otherwise would miss it.
const draft =
  '---\n类型: 动态\n标题: 云岭县青石镇加固堤防\n单位: 青石镇人民政府\n---\n\n# 云岭县青石镇加固堤防\n\n𠮷😀4月12日，青石镇高度重视防汛工作。\n'

interface Shown {
  readonly code: string
  readonly words: string
}

function recipe(language: string): string {
  const block = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1]
  if (!block?.includes(placeholder)) throw new Error(`no recipe in ${language}`)
  return block
}

function expected(): Shown[] {
  const report = createAnalyzer(rules)(openDraft(draft), {
    settings: defaultSettings,
    now: Date.now(),
    path: '青石镇/稿.md',
  })
  return report.shown.map(({ rule, start, end }) => ({ code: rule, words: draft.slice(start, end) }))
}

const sorted = (shown: readonly Shown[]) => shown.map(({ code, words }) => `${code} ${words}`).sort()

describe('recipes for other editors', () => {
  let folder: string
  let file: string
  let editors: { neovim?: string; emacs?: string }

  before(async function () {
    this.timeout(600_000)
    const { ensureEditors } = await import(pathToFileURL(path.resolve('scripts/provision/editors.mjs')).href)
    editors = await ensureEditors(() => undefined).catch(() => ({}))
    for (const name of ['neovim', 'emacs'] as const)
      if (!editors[name]) console.warn(`NOT SEEN: ${name} is not here and could not be installed`)
    folder = mkdtempSync(path.join(tmpdir(), 'ligao-editors-'))
    mkdirSync(path.join(folder, '青石镇'))
    file = path.join(folder, '青石镇', '稿.md')
    writeFileSync(file, draft)
    writeFileSync(path.join(folder, 'ligao.config.yaml'), '')
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const written = async (name: string, text: string) => {
    const at = path.join(folder, name)
    writeFileSync(at, text.replaceAll(placeholder, await serverBundle()))
    return at
  }

  it('the draft holds something to show', () => assert.ok(expected().length > 0))

  it('Neovim', async function () {
    this.timeout(60_000)
    if (!editors.neovim) return
    const init = await written('init.lua', recipe('lua'))
    const probe = await written(
      'probe.lua',
      `vim.wait(20000, function() return #vim.diagnostic.get(0) >= ${expected().length} end, 50)
local shown = {}
for _, d in ipairs(vim.diagnostic.get(0)) do
  local lines = vim.api.nvim_buf_get_lines(0, d.lnum, d.end_lnum + 1, false)
  lines[#lines] = string.sub(lines[#lines], 1, d.end_col)
  lines[1] = string.sub(lines[1], d.col + 1)
  table.insert(shown, { code = d.code, words = table.concat(lines, '\\n') })
end
vim.fn.writefile({ vim.fn.json_encode(shown) }, '${folder}/shown.json')
vim.cmd('qa!')`,
    )
    await run(editors.neovim, ['--headless', '-n', '-u', init, file, '-c', `luafile ${probe}`], {
      timeout: 50_000,
    })
    const shown = JSON.parse(readFileSync(path.join(folder, 'shown.json'), 'utf8')) as Shown[]
    assert.deepEqual(sorted(shown), sorted(expected()))
  })

  it('Emacs with Eglot', async function () {
    this.timeout(60_000)
    if (!editors.emacs) return
    const init = await written('init.el', recipe('elisp'))
    const probe = await written(
      'probe.el',
      `(run-hooks 'post-command-hook) ; eglot-ensure waits for a command
(let ((turns 0))
  (while (and (< turns 400) (< (length (flymake-diagnostics)) ${expected().length}))
    (accept-process-output nil 0.05)
    (setq turns (1+ turns))
    (when (and (bound-and-true-p flymake-mode) (= 0 (mod turns 20))) (flymake-start))))
(princ (concat "SHOWN" (json-encode (mapcar
  (lambda (d)
    (let ((text (flymake-diagnostic-text d)))
      (list (cons 'code (and (string-match "\\\\[\\\\([a-z-]+\\\\)\\\\]" text) (match-string 1 text)))
            (cons 'words (buffer-substring-no-properties (flymake-diagnostic-beg d) (flymake-diagnostic-end d))))))
  (flymake-diagnostics)))))`,
    )
    const load = "(progn (require 'package) (package-initialize))"
    const { stdout } = await run(
      editors.emacs,
      ['--batch', '--eval', load, '-l', init, '--eval', `(find-file "${file}")`, '-l', probe],
      { timeout: 50_000, env: { ...process.env, LC_ALL: 'C.UTF-8' } },
    )
    const json = /SHOWN(.*)$/s.exec(stdout)?.[1]
    assert.ok(json, stdout)
    assert.deepEqual(sorted(JSON.parse(json) as Shown[]), sorted(expected()))
  })
})
