import type { Page } from '@playwright/test';
import type { Role, WordPress } from './wordpress.ts';

/** Logs in as somebody of a role, as they do themselves. */
export async function logIn(page: Page, { url, users }: WordPress, role: Role): Promise<void> {
  await page.goto(`${url}wp-login.php`);
  await page.getByLabel('Username or Email Address').fill(users[role].name);
  await page.getByLabel('Password', { exact: true }).fill(users[role].password);
  await page.getByRole('button', { name: 'Log In' }).click();
  await page.waitForURL('**/wp-admin/**');
}
