<?php
/**
 * Plugin Name:       Story Embed
 * Description:       Embeds scrolling stories from the addresses you allow: by address, block or shortcode. The story scrolls with your page.
 * Version:           1.0.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       story-embed
 *
 * @package Story_Embed
 */

namespace Story_Embed;

defined( 'ABSPATH' ) || exit;

const FILE = __FILE__;

require __DIR__ . '/includes/addresses.php';
require __DIR__ . '/includes/markup.php';
require __DIR__ . '/includes/loader.php';
require __DIR__ . '/includes/embeds.php';
require __DIR__ . '/includes/settings.php';

add_action( 'init', __NAMESPACE__ . '\\register_loader' );
add_action( 'init', __NAMESPACE__ . '\\register_embeds' );
add_filter( 'the_content', __NAMESPACE__ . '\\forget_ids', 0 );
add_action( 'admin_init', __NAMESPACE__ . '\\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\\add_settings_page' );
add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\\settings_link' );
