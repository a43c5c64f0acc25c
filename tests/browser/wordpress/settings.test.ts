/** The plugin's settings, and what is left when it goes. */
import { expect } from '@playwright/test';
import { logIn } from './log-in.ts';
import { PLUGIN, haveWordPress, setPlugin, test } from './test.ts';

test.beforeAll(haveWordPress);

test.beforeEach(async ({ wordpress }) => {
  await setPlugin(wordpress, 'active');
});

const PAGE = 'wp-admin/options-general.php?page=story-embed';

test('an administrator sets the addresses, and what is none is left out with a word', async ({
  page,
  wordpress,
  story,
}) => {
  await logIn(page, wordpress, 'admin');
  await page.goto(wordpress.url + PAGE);
  const field = page.getByLabel('Allowed base addresses');
  await expect(field).toHaveValue(story.url);
  await field.fill(`HTTPS://One.Example:443/six\nftp://two.example/\n${story.url}\n<b>three</b>`);
  await page.getByRole('button', { name: 'Save Changes' }).click();
  await expect(page.locator('.settings-error')).toContainText(['“ftp://two.example/” is not an address']);
  await expect(field).toHaveValue(`https://one.example/six/\n${story.url}`);
  expect(await wordpress.php(`echo wp_json_encode( get_option( 'story_embed_bases' ), 64 );`)).toBe(
    JSON.stringify(['https://one.example/six/', story.url]),
  );
});

test('nobody else sees them, and no form without its nonce is taken', async ({ page, wordpress }) => {
  await logIn(page, wordpress, 'editor');
  const answer = await page.goto(wordpress.url + PAGE);
  expect(answer?.status()).toBe(403);
  const form = { option_page: 'story-embed', action: 'update', story_embed_bases: 'https://evil.example/' };
  const asEditor = await page.request.post(`${wordpress.url}wp-admin/options.php`, { form });
  expect(asEditor.status()).toBe(403);
  await page.context().clearCookies();
  await logIn(page, wordpress, 'admin');
  const asAdmin = await page.request.post(`${wordpress.url}wp-admin/options.php`, { form });
  expect(asAdmin.status()).toBe(403);
  expect(await wordpress.php(`echo wp_json_encode( Story_Embed\\bases() );`)).not.toContain('evil');
});

test('uninstalled, it leaves nothing behind', async ({ wordpress }) => {
  const left = () =>
    wordpress.php(
      `global $wpdb; echo $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%story\\_embed%'" );`,
    );
  await wordpress.php(
    `update_option( 'story_embed_bases', array( 'https://one.example/' ) ); update_option( 'story_embed_everywhere', 1 );`,
  );
  expect(await left()).toBe('2');
  await setPlugin(wordpress, 'inactive');
  expect(await left()).toBe('2');
  // As WordPress does when the plugin is deleted, but for its files, which other tests need.
  await wordpress.php(
    `require ABSPATH . 'wp-admin/includes/plugin.php'; uninstall_plugin( '${PLUGIN}.php' );`,
  );
  expect(await left()).toBe('0');
});

test('uninstalled from a network, it leaves nothing behind on any of its sites', async ({ wordpress }) => {
  const admin = `require_once ABSPATH . 'wp-admin/includes/upgrade.php';`;
  const tables = `foreach ( $wpdb->tables( 'ms_global' ) as $name => $table ) { $wpdb->$name = $table; }`;
  const network = `install_network(); populate_network( 1, '127.0.0.1', 'admin@example.org', 'A network', '/', false );`;
  await wordpress.php(`${admin} ${tables} ${network}`);
  const constants = `
    define( 'MULTISITE', true );
    define( 'SUBDOMAIN_INSTALL', false );
    define( 'DOMAIN_CURRENT_SITE', '127.0.0.1' );
    define( 'PATH_CURRENT_SITE', '/' );`;
  const left = `
    $left = array();
    foreach ( get_sites( array( 'fields' => 'ids' ) ) as $id ) {
      switch_to_blog( $id );
      $left[] = array( get_option( 'story_embed_bases' ), get_option( 'story_embed_everywhere' ) );
      restore_current_blog();
    }
    echo wp_json_encode( $left );`;
  const written = await wordpress.php(
    `
    wp_insert_site( array( 'domain' => '127.0.0.1', 'path' => '/two/', 'network_id' => 1, 'user_id' => 1, 'title' => 'Two' ) );
    foreach ( get_sites( array( 'fields' => 'ids' ) ) as $id ) {
      switch_to_blog( $id );
      update_option( 'story_embed_bases', array( 'of ' . $id ) );
      update_option( 'story_embed_everywhere', $id );
      restore_current_blog();
    }
    ${left}`,
    constants,
  );
  expect(JSON.parse(written)).toEqual([
    [['of 1'], 1],
    [['of 2'], 2],
  ]);
  const after = await wordpress.php(
    `define( 'WP_UNINSTALL_PLUGIN', '${PLUGIN}.php' ); require WP_PLUGIN_DIR . '/story-embed/uninstall.php'; ${left}`,
    constants,
  );
  expect(JSON.parse(after)).toEqual([
    [false, false],
    [false, false],
  ]);
});
