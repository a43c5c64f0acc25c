<?php
/**
 * The loader, carried by the plugin: it pins the frames and tells them where the reader is. Pages without an embed
 * do not load it.
 *
 * @package Story_Embed
 */

namespace Story_Embed;

defined( 'ABSPATH' ) || exit;

const HANDLE = 'story-embed';

/** Makes the loader known and looks for embeds in what is shown. */
function register_loader() {
	// The loader comes from the story and may change without the plugin; browsers keep what is named the same.
	$version = substr( md5_file( dirname( FILE ) . '/v1.js' ), 0, 12 );
	wp_register_script( HANDLE, plugins_url( 'v1.js', FILE ), array(), $version, true );
	add_filter( 'script_loader_tag', __NAMESPACE__ . '\\loader_tag', 10, 2 );
	add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\\enqueue_everywhere' );
	foreach ( array( 'the_content', 'render_block', 'widget_text', 'widget_custom_html_content', 'embed_oembed_html' ) as $filter ) {
		add_filter( $filter, __NAMESPACE__ . '\\notice_embeds', 99 );
	}
}

/** Asks for the loader on this page. */
function enqueue_loader() {
	wp_enqueue_script( HANDLE );
}

/** Pages built by other means than posts, blocks and widgets can have the loader everywhere. */
function enqueue_everywhere() {
	if ( get_option( OPTION_EVERYWHERE ) ) {
		enqueue_loader();
	}
}

/**
 * Asks for the loader where somebody's own markup embeds something: what is left of a pasted snippet, a link, or the
 * frame that WordPress makes of an address.
 *
 * @param mixed $html Markup; what is none is left alone.
 * @return mixed The same.
 */
function notice_embeds( $html ) {
	if ( ! is_string( $html ) || wp_script_is( HANDLE ) || is_feed() ) {
		return $html;
	}
	if ( preg_match( '/<(?:div|a|story-embed)\b[^>]*\s(?:data-story-embed|data-story-src|src)=|<iframe\b/i', $html ) ) {
		foreach ( bases() as $base ) {
			if ( false !== strpos( $html, $base ) ) {
				enqueue_loader();
				break;
			}
		}
	}
	return $html;
}

/**
 * The loader's tag says which addresses it may turn into frames.
 *
 * @param string $tag    HTML of a script.
 * @param string $handle Its name.
 * @return string
 */
function loader_tag( $tag, $handle ) {
	if ( HANDLE !== $handle ) {
		return $tag;
	}
	$attributes = sprintf( ' async data-allow="%s" src=', esc_attr( implode( ' ', bases() ) ) );
	return preg_replace( '/\ssrc=/', addcslashes( $attributes, '\\$' ), $tag, 1 );
}
