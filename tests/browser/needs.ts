import { test } from '@playwright/test';
import { findOrInstallTools, type tools } from '../../scripts/tools.mjs';

/**
 * Programs that a test needs, found or installed. In CI a missing one fails the test; elsewhere, where it cannot be
 * installed, the test is skipped with the sentence that says what is missing.
 *
 * @returns the path of each command
 */
export async function needs(...names: (keyof typeof tools)[]): Promise<Record<string, string>> {
  try {
    return await findOrInstallTools(names);
  } catch (error) {
    if (process.env['CI']) throw error;
    test.skip(true, (error as Error).message);
    throw error;
  }
}
