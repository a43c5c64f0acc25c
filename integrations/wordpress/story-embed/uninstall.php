<?php
/**
 * Removes all that the plugin has stored: two options, on every site of a network.
 *
 * @package Story_Embed
 */

namespace Story_Embed;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Removes them from one site. */
function remove_options() {
	delete_option( 'story_embed_bases' );
	delete_option( 'story_embed_everywhere' );
}

if ( is_multisite() ) {
	$story_embed_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $story_embed_sites as $story_embed_site ) {
		switch_to_blog( $story_embed_site );
		remove_options();
		restore_current_blog();
	}
} else {
	remove_options();
}
