import { describe, expect, test } from 'vitest';
import { closingLine, ofCheck, ofPlaywright, ofVitest, sum } from '../../../scripts/lib/outcome.mjs';

describe('ofVitest', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  });

  test('counts passed, failed and skipped tests', () => {
    const report = {
      numPassedTests: 4,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [file('failed', 'failed', 'passed')],
    };
    expect(ofVitest(report, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });

  test('counts a file that could not be loaded as a failure', () => {
    const report = { numPassedTests: 4, testResults: [file('failed'), file('passed', 'passed')] };
    expect(ofVitest(report, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  test('counts one failure for a run without a report', () => {
    expect(ofVitest(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('counts one failure for a run that ended badly though every test passed', () => {
    expect(ofVitest({ numPassedTests: 4 }, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  test('does not take a run without tests for a success', () => {
    expect(ofVitest({ numPassedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

test('ofPlaywright counts a test that passed only when tried again as failed', () => {
  const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } };
  expect(ofPlaywright(report, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

test('sum and closing line', () => {
  const total = sum([ofCheck(0), ofCheck(2), { passed: 5, failed: 0, skipped: 0 }]);
  expect(closingLine(total)).toBe('6 passed, 1 failed');
  expect(closingLine({ ...total, skipped: 3 })).toBe('6 passed, 1 failed, 3 skipped');
});
