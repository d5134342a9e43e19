// Takes the pictures of everything that a writer sees, in the themes that people use, to be looked at; `npm run pictures`
// runs it and puts those of the READMEs into docs/pictures. What is in a picture is waited for, so a missing view fails.
import { commands, Selection, type TextDocument, Uri, window, workspace } from 'vscode'
import {
  activate,
  canDrive,
  click,
  closeAll,
  confirmHandIn,
  openInWorkspace,
  type Part,
  placeCursor,
  positionOf,
  press,
  resizeWindow,
  screenshot,
  typeText,
  useTheme,
  waitFor,
  waitForFindings,
  waitForReceipt,
  waitForRule,
  waitForVisible,
  workspaceRoot,
} from '../../support/vscode'

type Theme = Parameters<typeof useTheme>[0]
const both: readonly Theme[] = ['light', 'dark']
const all: readonly Theme[] = ['light', 'dark', 'contrast']
const size = { width: 1200, height: 760 }
const whole: Part = { x: 0, y: 0, width: size.width, height: size.height }

async function take(name: string, themes: readonly Theme[], part?: Part): Promise<void> {
  for (const theme of themes) {
    await useTheme(theme)
    await screenshot(`${name}-${theme}`, part)
  }
  await useTheme('light')
}

/** A picture of a README: light, cut to what it is about. */
async function forReadme(name: string, part: Part = whole): Promise<void> {
  await commands.executeCommand('notifications.clearAll')
  await screenshot(`readme-${name}`, part)
}

const chronicle = '稿件/01 秸秆禁烧检查（动态）.md'
const emergency = '稿件/02 石板沟山体滑坡（突发初报）.md'
const problems = '稿件/03 信息报送工作（问题）.md'
const good = '稿件/04 错峰灌溉（经验）.md'
const summary = '稿件/05 前三季度民生工作（总结）.md'

const templates = [
  '动态',
  '突发初报',
  '突发续报',
  '突发终报',
  '问题',
  '经验',
  '综合',
  '调研',
  '建议',
  '舆情',
  '专报',
  '总结',
  '简报',
]
const steps = {
  opened: '打开放稿件的文件夹',
  new: '新建一篇',
  findings: '看波浪线',
  card: '看体检单',
  submit: '报送',
}

/** Opens what is folded in the list that has the focus. */
async function unfold(rows: number): Promise<void> {
  await press('Home')
  for (let row = 0; row < rows; row++) {
    await press('ArrowRight')
    await press('ArrowDown')
  }
}

const hideSideBar = () => commands.executeCommand('workbench.action.closeSidebar')

async function opened(path: string): Promise<TextDocument> {
  await commands.executeCommand('workbench.action.closeAllEditors')
  const { document } = await openInWorkspace(path)
  await waitForFindings(document.uri)
  return document
}

describe('pictures', function () {
  this.timeout(300_000)
  before(async function () {
    if (!canDrive) this.skip()
    await activate()
    await resizeWindow(size.width, size.height)
    await useTheme('light')
  })
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await screenshot(`failed-${this.currentTest.title.slice(0, 20)}`)
    await commands.executeCommand('workbench.action.closeQuickOpen')
    await commands.executeCommand('notifications.clearAll')
    await closeAll()
  })

  it('a finding with its card, and what the light bulb offers', async () => {
    await hideSideBar()
    const document = await opened(summary)
    const finding = await waitForRule(document.uri, 'figure-mismatch').catch(() =>
      waitForFindings(document.uri).then(([first]) => first!),
    )
    const editor = window.activeTextEditor!
    await placeCursor(editor, finding.range.start)
    await commands.executeCommand('editor.action.showHover')
    await waitForVisible('.monaco-hover .hover-contents')
    await forReadme('findings')
    await take('finding-card', both)
    await press('Escape')
    await placeCursor(editor, finding.range.start)
    await press('Control+.')
    await waitForVisible('.action-widget')
    await take('light-bulb', both)
    await press('Escape')
  })

  it('the report card', async () => {
    const document = await opened(summary)
    await commands.executeCommand('ligao.showReportCard', document.uri)
    await waitForVisible('body:has(.score) h1')
    await forReadme('report-card')
    await take('report-card', all)
  })

  it('the card of a late report', async () => {
    const document = await opened(emergency)
    await commands.executeCommand('ligao.showReportCard', document.uri)
    await waitForVisible('body:has(.score) h1:has-text("山体滑坡")')
    await take('report-card-late', all)
  })

  it('the problem matrix', async () => {
    const document = await opened(problems)
    await commands.executeCommand('ligao.showProblemMatrix', document.uri)
    await waitForVisible('table.matrix')
    await forReadme('matrix')
    await take('matrix', all)
  })

  it('the page of a kind', async () => {
    for (const [name, path] of [
      ['problem', problems],
      ['emergency', emergency],
      ['brief', chronicle],
    ] as const) {
      const document = await opened(path)
      await commands.executeCommand('ligao.explainReport', document.uri)
      await waitForVisible('table .mark')
      if (name === 'problem') await forReadme('explain')
      await take(`explain-${name}`, all)
    }
  })

  it('the page of a rule', async () => {
    for (const rule of ['generic-phrase', 'figure-mismatch']) {
      await commands.executeCommand('ligao.openRuleDocs', rule)
      await waitForVisible('.markdown-body h1')
      await take(`rule-${rule}`, all)
      await closeAll()
    }
  })

  it('the lists, with the hand-in page before and the submission after', async () => {
    await commands.executeCommand('ligao.leads.focus')
    await waitForVisible('.pane-body .monaco-list-row:has-text("堵塞")')
    await commands.executeCommand('ligao.due.focus')
    await waitForVisible('.pane-body .monaco-list-row')
    await unfold(8)
    await opened(summary)
    await take('lists', all)
    const blocked = await opened(emergency)
    await commands.executeCommand('ligao.submitReport', blocked.uri)
    await waitForVisible('h1:has-text("报送前核对")')
    await take('hand-in-blocked', all)
    await commands.executeCommand('workbench.action.closeAllEditors')
    const { document } = await openInWorkspace(good)
    await commands.executeCommand('ligao.submitReport', document.uri)
    await waitForVisible('h1:has-text("报送前核对")')
    await hideSideBar()
    await forReadme('hand-in')
    await take('hand-in-ready', all)
    await confirmHandIn()
    await waitForReceipt(document)
    await window.showTextDocument(document)
    await commands.executeCommand('ligao.submissions.focus')
    await waitForVisible('.pane-body .monaco-list-row:has-text("错峰灌溉")')
    await unfold(2)
    await forReadme('lists')
    await take('delivered', both)
  })

  it('the page of a submission', async () => {
    void commands.executeCommand('ligao.openSubmission')
    await waitForVisible('.quick-input-widget:has-text("看哪一份报送")')
    await press('Enter')
    await waitForVisible('h1:has-text("错峰灌溉")')
    await take('submission', all)
  })

  it('every template, as it opens', async () => {
    await hideSideBar()
    for (const name of templates) {
      void commands.executeCommand('ligao.newReport', name)
      await waitForVisible('.quick-input-widget')
      if (/续报|终报/.test(name)) {
        await waitForVisible('.quick-input-list .monaco-list-row:has-text("山体滑坡")')
        await press('Enter')
      }
      await waitForVisible('.quick-input-widget:has-text("报送单位全称")')
      await press('Control+a')
      await typeText('云岭县青石镇人民政府')
      await press('Enter')
      await waitForVisible('.quick-input-widget:has-text("做了什么")')
      await press('Control+a')
      await typeText(`青石镇${name}样稿`)
      await press('Enter')
      const draft = () => {
        const document = window.activeTextEditor?.document
        return document?.getText().includes(`青石镇${name}样稿`) ? document : undefined
      }
      const document = await waitFor(
        [window.onDidChangeActiveTextEditor, workspace.onDidChangeTextDocument],
        draft,
        () => `the template ${name} is not open`,
      )
      await waitForFindings(document.uri)
      if (name === '突发初报') await forReadme('new-report')
      await take(`template-${templates.indexOf(name) + 1}-${name}`, both)
      await document.save()
      await closeAll()
    }
  })

  it('the walkthrough, step by step', async () => {
    for (const [step, heading] of Object.entries(steps)) {
      await commands.executeCommand('workbench.action.openWalkthrough', 'ligao.ligao#start')
      await click(`[data-step-id="ligao.ligao#start#${step}"] .step-title`)
      await waitForVisible(`h1:has-text("${heading}")`)
      if (step === 'findings') await forReadme('walkthrough')
      await take(`walkthrough-${step}`, both)
    }
  })

  it('the leads, and writing one', async () => {
    void commands.executeCommand('ligao.newLead')
    await waitForVisible('.quick-input-widget')
    await take('new-lead', both)
    await press('Escape')
    const [lead] = await workspace.findFiles('线索/*.md')
    await window.showTextDocument(lead ?? Uri.joinPath(workspaceRoot(), 'README.md'))
    await take('lead', both)
  })

  it('completion', async () => {
    await hideSideBar()
    const editor = await openInWorkspace(problems)
    const at = positionOf(editor.document, '状态')
    editor.selection = new Selection(at, at)
    await placeCursor(editor, at)
    await press('Control+Enter')
    await press('Control+Space')
    await waitForVisible('.suggest-widget .monaco-list-row')
    await take('completion', both)
    await press('Escape')
  })
})
