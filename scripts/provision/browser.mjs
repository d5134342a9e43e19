// A headless Chromium with one page that shows the workbench, and the small control server through which a suite
// drives that page as a person would: looks at it, presses keys, clicks.
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { chromium } from 'playwright-core'
import { fontEnv } from './paths.mjs'

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const ACTION_LIMIT_MS = 15_000

/** `{ page, close }`; the page reaches loopback and nothing else. */
export async function openBrowser(executablePath, { width = 1280, height = 800 } = {}) {
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: FLAGS,
    env: { ...process.env, ...fontEnv() },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await context.route(
    url => !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) && /^https?:$/.test(url.protocol),
    route => route.abort(),
  )
  const page = await context.newPage()
  page.setDefaultTimeout(ACTION_LIMIT_MS)
  // "Leave site?" must not hold up the end of a run.
  page.on('dialog', dialog => dialog.accept().catch(() => {}))
  return { page, close: () => browser.close() }
}

/** What a suite can ask for, each with the fields of its JSON body. `text` and `wait` look into webviews too. */
export const actions = {
  screenshot: async (page, { path, clip }) => {
    mkdirSync(dirname(path), { recursive: true })
    // A change of colours fades in; a picture in the middle of it shows neither.
    await page.screenshot({ path, clip, animations: 'disabled' })
  },
  press: (page, { key }) => page.keyboard.press(key),
  type: (page, { text }) => page.keyboard.type(text),
  resize: (page, { width, height }) => page.setViewportSize({ width, height }),
  click: (page, { selector, button }) => onVisible(page, selector, match => match.click({ button })),
  hover: (page, { selector }) => onVisible(page, selector, match => match.hover()),
  wait: async (page, { selector }) => void (await visible(page, selector)),
  // What a person reads, so innerText: hidden parts do not count.
  // biome-ignore lint/performance/useDomNodeTextContent: see above
  text: (page, { selector }) => onVisible(page, selector, match => match.innerText()),
  // A screenshot as the system's clipboard holds it, for a real Ctrl+V.
  copyPicture: (page, { base64 }) =>
    page.evaluate(async data => {
      const bytes = Uint8Array.from(atob(data), char => char.charCodeAt(0))
      await navigator.clipboard.write([
        new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) }),
      ])
    }, base64),
  paste: async (page, { selector, ...given }) =>
    (await visible(page, selector)).evaluate(transfer, { how: 'paste', ...given }),
  drop: async (page, { selector, ...given }) =>
    (await visible(page, selector)).evaluate(transfer, { how: 'drop', ...given }),
}

/** In the page: hands files and texts by type to an element, as pasting or dropping them (with Shift) does. */
function transfer(target, { how, files = [], texts = {} }) {
  const data = new DataTransfer()
  for (const { name, type, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0))
    data.items.add(new File([bytes], name, { type }))
  }
  // A file of the workspace is named by the server that it lies on.
  for (const [type, text] of Object.entries(texts))
    data.setData(type, text.replace(/^file:\/\//gm, `vscode-remote://${location.host}`))
  if (how === 'paste') {
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    return
  }
  const { left, top, width, height } = target.getBoundingClientRect()
  const at = { clientX: left + Math.min(width, 20) / 2, clientY: top + height / 2, shiftKey: true }
  for (const name of ['dragenter', 'dragover', 'drop'])
    target.dispatchEvent(
      new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true, composed: true, ...at }),
    )
}

/**
 * Does something to the first visible match of a selector. VS Code makes the frame of a page anew when another tab
 * before it closes: what was found in the old frame is then looked for again, as a person would.
 */
async function onVisible(page, selector, act) {
  const limit = Date.now() + ACTION_LIMIT_MS
  for (;;) {
    const match = await visible(page, selector, limit)
    try {
      return await act(match)
    } catch (error) {
      if (
        Date.now() > limit ||
        !/detached|Protocol error|context was destroyed|not attached/.test(String(error?.message))
      )
        throw error
    }
  }
}

/** The first visible match of a selector, in the workbench or in a webview inside it. */
async function visible(page, selector, limit = Date.now() + ACTION_LIMIT_MS) {
  for (;;) {
    for (const frame of page.frames()) {
      const match = frame.locator(selector).filter({ visible: true }).first()
      if (await match.isVisible().catch(() => false)) return match
    }
    if (Date.now() > limit) throw new Error(`Nothing visible matches ${selector}`)
    await page.waitForTimeout(50)
  }
}

/** `{ url, close }`: POST /<action> with a JSON body does the action on the page and answers `{ value }` or `{ error }`. */
export function startControl(getPage) {
  const server = createServer(async (request, response) => {
    const reply = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    try {
      const action = actions[request.url.slice(1)]
      if (request.method !== 'POST' || !action) return reply(404, { error: `No such action: ${request.url}` })
      const body = await readJson(request)
      const page = await getPage()
      reply(200, { value: (await action(page, body)) ?? null })
    } catch (error) {
      reply(500, { error: String(error?.message ?? error) })
    }
  })
  return new Promise((done, fail) => {
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const close = () => {
        server.close()
        server.closeAllConnections()
      }
      done({ url: `http://127.0.0.1:${server.address().port}`, close })
    })
  })
}

async function readJson(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return text === '' ? {} : JSON.parse(text)
}
