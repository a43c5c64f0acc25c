<?php
/**
 * What stands in the page for an embed. Every part of it may be lost on the way to readers, and what is left still
 * works: the frame finds out what it was given, and the link remains.
 *
 * @package Story_Embed
 */

namespace Story_Embed;

defined( 'ABSPATH' ) || exit;

/** Height of the frame in px where no script of ours runs: the story turns into pages that fit it. */
const HEIGHT = 640;

/**
 * The markup of one embed, or of the link in its place.
 *
 * @param mixed $url        What somebody typed.
 * @param array $attributes `title`, `height` in px, `id`, `align` (`wide` or `full`), `class`: all optional, none trusted.
 * @return string HTML on one line and without a paragraph: WordPress makes paragraphs of lines, and leaves half of one
 *         where it finds one inside. Empty where there is nothing to show.
 */
function markup( $url, $attributes = array() ) {
	$title = text_of( $attributes, 'title' );
	$embed = embed_of( $url );
	if ( null === $embed ) {
		return plain_link( $url, $title );
	}
	if ( wants_link() ) {
		return plain_link( $embed['page'], '' === $title ? __( 'Open the full story', 'story-embed' ) : $title );
	}
	enqueue_loader();

	$align   = text_of( $attributes, 'align' );
	$classes = array( 'story-embed', text_of( $attributes, 'class' ) );
	if ( in_array( $align, array( 'wide', 'full' ), true ) ) {
		$classes[] = 'align' . $align;
	}
	return sprintf(
		'<div class="%1$s" id="%2$s" data-story-embed="%3$s"><iframe src="%3$s" title="%4$s" width="100%%" height="%5$d" loading="lazy" frameborder="0" allow="fullscreen" referrerpolicy="strict-origin-when-cross-origin" sandbox="%6$s"></iframe><a href="%7$s" data-story-src="%3$s">%8$s</a></div>',
		esc_attr( trim( implode( ' ', $classes ) ) ),
		esc_attr( own_id( text_of( $attributes, 'id' ), $embed['id'] ) ),
		esc_url( $embed['frame'] ),
		esc_attr( '' === $title ? __( 'Interactive story', 'story-embed' ) : $title ),
		height_of( $attributes ),
		esc_attr( sandbox( $embed['frame'] ) ),
		esc_url( $embed['page'] ),
		esc_html__( 'Open the full story', 'story-embed' )
	);
}

/**
 * Whether this is a place where frames do not work and a link does: feeds, AMP pages, and mail, which newsletter
 * plugins write in scheduled tasks.
 *
 * @return bool
 */
function wants_link() {
	$amp  = ( function_exists( 'amp_is_request' ) && amp_is_request() )
		|| ( function_exists( 'is_amp_endpoint' ) && did_action( 'parse_query' ) && is_amp_endpoint() );
	$link = is_feed() || $amp || wp_doing_cron();
	/**
	 * Filters whether embeds become links, for whatever else shows posts without frames.
	 *
	 * @param bool $link Whether they do.
	 */
	return (bool) apply_filters( 'story_embed_as_link', $link );
}

/**
 * A link to an address, whatever it is: what has no http or https address is left out.
 *
 * @param mixed  $url   What somebody typed.
 * @param string $words What the link says; the address itself if empty.
 * @return string HTML.
 */
function plain_link( $url, $words ) {
	$href = is_string( $url ) ? esc_url( trim( $url ), array( 'http', 'https' ) ) : '';
	if ( '' === $href ) {
		return '';
	}
	return sprintf( '<p class="story-embed-link"><a href="%s">%s</a></p>', $href, esc_html( '' === $words ? trim( $url ) : $words ) );
}

/**
 * What the frame may do. A frame of this site's own origin could undo its sandbox if it kept its origin.
 *
 * @param string $frame Address of the frame.
 * @return string
 */
function sandbox( $frame ) {
	$origin = static function ( $address ) {
		$base = normalised_base( $address );
		return null === $base ? '' : implode( '/', array_slice( explode( '/', $base ), 0, 3 ) );
	};
	$own    = in_array( $origin( $frame ), array( $origin( home_url() ), $origin( site_url() ) ), true );
	return 'allow-scripts ' . ( $own ? '' : 'allow-same-origin ' ) . 'allow-popups allow-popups-to-escape-sandbox';
}

/**
 * An id that no other embed of this page has: the beginning of addresses that lead to a step.
 *
 * @param string $wanted  What an editor asked for.
 * @param string $default What it is otherwise.
 * @return string
 */
function own_id( $wanted, $default ) {
	$name = preg_match( '/^[a-zA-Z][a-zA-Z0-9-]*$/D', $wanted ) ? $wanted : $default;
	$id   = $name;
	$ids  = &taken_ids();
	for ( $n = 2; isset( $ids[ $id ] ); $n++ ) {
		$id = $name . '-' . $n;
	}
	$ids[ $id ] = doing_filter( 'the_content' ) ? get_the_ID() : false;
	return $id;
}

/**
 * A post's text may be made more than once: for an excerpt or a count of its words, and then for readers. Only the
 * last is seen, so the ids of those before it are free again.
 *
 * @param mixed $content Of the current post, not yet made.
 * @return mixed The same.
 */
function forget_ids( $content ) {
	$ids  = &taken_ids();
	$post = get_the_ID();
	if ( $post ) {
		$ids = array_diff( $ids, array( $post ) );
	}
	return $content;
}

/**
 * The ids of this page's embeds, each with the post in whose text it stands; false where it is in none.
 *
 * @return array<string, int|false> By reference.
 */
function &taken_ids() {
	static $taken = array();
	return $taken;
}

/**
 * @param array $attributes Not trusted.
 * @return int px
 */
function height_of( $attributes ) {
	$height = (int) text_of( $attributes, 'height' );
	return $height > 0 ? max( 200, min( 200000, $height ) ) : HEIGHT;
}

/**
 * @param mixed  $attributes Not trusted.
 * @param string $name       Of the attribute.
 * @return string Empty where it is not there or no text.
 */
function text_of( $attributes, $name ) {
	return is_array( $attributes ) && isset( $attributes[ $name ] ) && is_scalar( $attributes[ $name ] )
		? trim( (string) $attributes[ $name ] )
		: '';
}
