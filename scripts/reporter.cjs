// A mocha reporter that prints as usual and also writes the numbers to $LIGAO_RESULTS, where scripts/test.mjs sums them up.
const { writeFileSync } = require('node:fs')
const { Dot, Spec } = require('mocha').reporters

module.exports = class Reporter extends (process.env.LIGAO_REPORTER === 'spec' ? Spec : Dot) {
  constructor(runner, options) {
    super(runner, options)
    const failures = []
    runner.on('fail', test => failures.push(test.fullTitle()))
    runner.once('end', () => {
      const { passes, pending } = runner.stats
      const results = { passed: passes, failed: failures.length, skipped: pending, failures }
      if (process.env.LIGAO_RESULTS) writeFileSync(process.env.LIGAO_RESULTS, JSON.stringify(results))
    })
  }
}
