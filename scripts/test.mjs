// `npm test`: everything, quick failures first. Each step runs whatever the ones before it said, so that one run tells all;
// a step that did not run to its end, or ran nothing, counts as failed. The last line is "N passed, N failed".
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packagePath } from './package.mjs'
import { root } from './provision/paths.mjs'

const scratch = mkdtempSync(join(tmpdir(), 'ligao-test-'))
const bin = name => join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const node = process.execPath
/** A step that hangs must not take the numbers of all the others with it. */
const STEP_LIMIT_MS = Number(process.env.LIGAO_STEP_TIMEOUT || 1800) * 1000

/** Every folder of test/ but the one whose suites run inside VS Code. */
const UNIT_TESTS = 'test/!(vscode)/**/*.test.ts'

/** The receiving office has packages and suites of its own. */
const INTAKE_TESTS = 'intake/test/**/*.test.ts'

/** `counts`: the step reports numbers of its own through $LIGAO_RESULTS; any other step is one check. `needs`: a step before it. */
const STEPS = [
  { name: 'types', command: [bin('tsc'), '--noEmit', '-p', '.'] },
  { name: 'types of the pure core', command: [bin('tsc'), '--noEmit', '-p', 'server/src/core'] },
  { name: 'lint', command: [bin('biome'), 'check', '.'] },
  { name: 'build', command: [node, 'esbuild.mjs'] },
  {
    name: 'unit', // --exit: a failed test may leave a server listening, and must not keep the others waiting.
    command: [bin('mocha'), '--exit', '--reporter', 'scripts/reporter.cjs', UNIT_TESTS],
    counts: true,
  },
  { name: 'intake', command: [node, 'intake/build.mjs'] },
  { name: 'types of the intake', command: [bin('tsc'), '--noEmit', '-p', 'intake'], needs: ['intake'] },
  {
    name: 'intake suites',
    command: [bin('mocha'), '--exit', '--reporter', 'scripts/reporter.cjs', INTAKE_TESTS],
    counts: true,
    needs: ['intake'],
  },
  { name: 'package', command: [node, 'scripts/package.mjs'] },
  { name: 'provision', command: [node, 'scripts/provision/index.mjs'] },
  {
    name: 'VS Code',
    command: [node, 'test/vscode/run.mjs'],
    counts: true,
    needs: ['build', 'package', 'provision'],
    env: { LIGAO_VSIX: packagePath() },
  },
]

let running
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    running?.kill(signal)
    process.exit(130)
  })
}

function start({ command: [program, ...args], env = {} }, results) {
  return new Promise(done => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env, LIGAO_RESULTS: results },
      shell: process.platform === 'win32',
    })
    running = child
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
    }, STEP_LIMIT_MS)
    const end = problem => {
      clearTimeout(timer)
      running = undefined
      done(late ? `no end within ${STEP_LIMIT_MS / 1000} s` : problem)
    }
    child.on('error', error => end(error.message))
    child.on('exit', (code, signal) => end(code === 0 ? undefined : `ended with ${signal ?? code}`))
  })
}

async function runStep(step, broken) {
  const missing = (step.needs ?? []).filter(name => broken.has(name))
  if (missing.length > 0) return failed(step, `not run: ${missing.join(', ')} failed`)
  const results = join(scratch, `${STEPS.indexOf(step)}.json`)
  const problem = await start(step, results)
  if (!step.counts)
    return problem ? failed(step, problem) : { passed: 1, failed: 0, skipped: 0, failures: [] }
  if (!existsSync(results)) return failed(step, problem ?? 'no results')
  const numbers = JSON.parse(readFileSync(results, 'utf8'))
  if (numbers.failed === 0 && (problem || numbers.passed === 0)) {
    return { ...numbers, ...failed(step, problem ?? 'no test ran'), passed: numbers.passed }
  }
  return numbers
}

const failed = ({ name }, reason) => ({ passed: 0, failed: 1, skipped: 0, failures: [`${name}: ${reason}`] })

const total = { passed: 0, failed: 0, skipped: 0, failures: [] }
const broken = new Set()
for (const step of STEPS) {
  console.log(`\n── ${step.name}`)
  const began = Date.now()
  const numbers = await runStep(step, broken)
  if (numbers.failed > 0) broken.add(step.name)
  for (const key of ['passed', 'failed', 'skipped']) total[key] += numbers[key]
  total.failures.push(...numbers.failures)
  console.log(
    `── ${step.name}: ${numbers.failed === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - began) / 1000).toFixed(1)} s`,
  )
}
rmSync(scratch, { recursive: true, force: true })

console.log('')
for (const title of total.failures) console.log(`✗ ${title}`)
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
)
process.exitCode = total.failed === 0 ? 0 : 1
