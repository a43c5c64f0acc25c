<?php
/**
 * The three ways to embed: an address alone, the shortcode, the block.
 *
 * @package Story_Embed
 */

namespace Story_Embed;

defined( 'ABSPATH' ) || exit;

/** Registers all three. */
function register_embeds() {
	load_plugin_textdomain( 'story-embed', false, dirname( plugin_basename( FILE ) ) . '/languages' );
	foreach ( bases() as $i => $base ) {
		// Its own pattern for each base; whether the address embeds anything is asked once it matches.
		wp_embed_register_handler( 'story-embed-' . $i, '#^' . preg_quote( $base, '#' ) . '.*$#i', __NAMESPACE__ . '\\handle_address' );
	}
	add_shortcode( 'story_embed', __NAMESPACE__ . '\\handle_shortcode' );
	register_block_type( dirname( FILE ) . '/block', array( 'render_callback' => __NAMESPACE__ . '\\render_embed_block' ) );
}

/**
 * An address alone on its line, or in an embed block.
 *
 * @param array  $matches Of the pattern.
 * @param array  $attr    Of [embed].
 * @param string $url     The address.
 * @param array  $rawattr Of [embed], as written.
 * @return string|false False leaves the address to WordPress.
 */
function handle_address( $matches, $attr, $url, $rawattr = array() ) {
	$known = null !== embed_of( $url );
	return $known ? markup( $url, array( 'height' => text_of( $rawattr, 'height' ) ) ) : false;
}

/**
 * [story_embed url="…" align="wide" title="…" height="…" id="…"]
 *
 * @param array|string $attributes As written; a string where there are none.
 * @return string HTML.
 */
function handle_shortcode( $attributes ) {
	$attributes = shortcode_atts(
		array(
			'url'    => '',
			'align'  => '',
			'title'  => '',
			'height' => '',
			'id'     => '',
		),
		$attributes,
		'story_embed'
	);
	return markup( $attributes['url'], $attributes );
}

/**
 * The block, in pages and in the editor's preview.
 *
 * @param array $attributes As block.json lists them.
 * @return string HTML.
 */
function render_embed_block( $attributes ) {
	$url = text_of( $attributes, 'url' );
	if ( null === embed_of( $url ) && defined( 'REST_REQUEST' ) && REST_REQUEST ) {
		return sprintf(
			'<p>%s</p>',
			esc_html__( 'This address is not under one of the allowed base addresses, so readers get a link. An administrator can allow it under Settings → Story Embed.', 'story-embed' )
		);
	}
	return markup(
		$url,
		array(
			'align'  => text_of( $attributes, 'align' ),
			'title'  => text_of( $attributes, 'title' ),
			'height' => text_of( $attributes, 'height' ),
			'id'     => text_of( $attributes, 'name' ),
			'class'  => text_of( $attributes, 'className' ),
		)
	);
}
