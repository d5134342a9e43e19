// Runs the suites of one group inside VS Code's extension host: mocha, as in a terminal.
//
// To add tests: put `<feature>.test.ts` into test/vscode/ and take what you need from test/support/vscode
// (`openDraft`, `waitForFindings`, `screenshot`, …). All files directly in test/vscode/ run in one VS Code with the
// extension under development and an empty workspace. A folder test/vscode/<group>/ with its own files runs in a VS Code
// of its own, as its group.json says (every key may be left out):
//   packed          true: the packed .vsix is installed and tried, not the working tree
//   workspace       a folder of the repository whose copy is opened
//   empty           true: no folder is open
//   settings        user settings
//   locale          display language: zh-cn unless said otherwise
//   untrusted       true: nobody has vouched for the workspace (restricted mode; browser-hosted VS Code only)
//   onRequest       true: it is run only when it is named
//   lives           how often the group is run on one profile: in all lives but the last, VS Code is killed by its own suite
// `npm run test:vscode [-- group…] [--grep words]` runs them; test/vscode/run.mjs is the other end of it.
import Mocha from 'mocha'

const TEST_LIMIT_MS = 60_000

export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true)
  const files = JSON.parse(process.env.LIGAO_SUITES ?? '[]') as string[]
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: TEST_LIMIT_MS,
    slow: TEST_LIMIT_MS,
    reporter: process.env.LIGAO_REPORTER_FILE,
    grep: process.env.LIGAO_GREP || undefined,
    // A window on a busy machine swallows a click now and then. What is tried again is said.
    retries: 1,
  })
  for (const file of files) mocha.addFile(file)
  const failures = await new Promise<number>(done =>
    mocha.run(done).on('retry', (test: Mocha.Test, error: Error) => {
      console.log(`    again: ${test.fullTitle()} (${error.message.split('\n')[0]})`)
    }),
  )
  if (failures > 0) throw new Error(`${failures} failed`)
}
