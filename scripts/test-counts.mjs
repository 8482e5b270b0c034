import { existsSync, readFileSync } from 'node:fs'

const reportOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

// A runner that failed without a failed test (a file that does not load, a server that does not
// start, no tests at all) has failed once.
const atLeastOneIf = (code, failed) => (code === 0 ? failed : Math.max(failed, 1))

/** How many tests passed and failed in a run of vitest, from its JSON report and exit code. */
export function vitestCounts(file, code) {
  const report = reportOf(file)
  return { passed: report?.numPassedTests ?? 0, failed: atLeastOneIf(code, report?.numFailedTests ?? 0) }
}

/**
 * The same for Playwright. A test that passed only at a second try has passed, and is counted apart so
 * that it is seen: a machine that was busy for a moment is no fault of the page.
 */
export function playwrightCounts(file, code) {
  const { expected = 0, unexpected = 0, flaky = 0 } = reportOf(file)?.stats ?? {}
  return { passed: expected + flaky, failed: atLeastOneIf(code, unexpected), secondTry: flaky }
}
