/**
 * What came of some tests.
 * @typedef {{ passed: number, failed: number, skipped: number }} Outcome
 */

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {Outcome}
 */
export function sum(outcomes) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of outcomes) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/**
 * The closing line: `12 passed, 0 failed`, and how many were skipped if any were.
 * @param {Outcome} outcome
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * A check that has no tests of its own, counted as one.
 * @param {number} code its exit code
 * @returns {Outcome}
 */
export function ofCheck(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * @param {any} report of Vitest's JSON reporter; undefined if it wrote none
 * @param {number} code its exit code
 * @returns {Outcome}
 */
export function ofVitest(report, code) {
  const passed = Number(report?.numPassedTests ?? 0);
  const skipped = Number(report?.numPendingTests ?? 0) + Number(report?.numTodoTests ?? 0);
  // A file that could not be loaded has failed without any test of its own.
  const broken = (report?.testResults ?? []).filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  ).length;
  return atLeastOne({ passed, failed: Number(report?.numFailedTests ?? 0) + broken, skipped }, code);
}

/**
 * @param {any} report of Playwright's JSON reporter; undefined if it wrote none
 * @param {number} code its exit code
 * @returns {Outcome}
 */
export function ofPlaywright(report, code) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return atLeastOne({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

/**
 * A runner that failed without saying which test did has failed all the same, and so has one that ran nothing.
 * @param {Outcome} outcome
 * @param {number} code
 * @returns {Outcome}
 */
function atLeastOne(outcome, code) {
  const quiet = outcome.failed === 0 && (code !== 0 || outcome.passed === 0);
  return quiet ? { ...outcome, failed: 1 } : outcome;
}
