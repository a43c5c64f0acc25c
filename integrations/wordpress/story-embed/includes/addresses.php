<?php
/**
 * Which addresses may become frames, and what each of them embeds. No request is ever made.
 *
 * @package Story_Embed
 */

namespace Story_Embed;

defined( 'ABSPATH' ) || exit;

/** Options, both removed by uninstall.php. */
const OPTION_BASES      = 'story_embed_bases';
const OPTION_EVERYWHERE = 'story_embed_everywhere';

/**
 * What lies under a base: an edition that was kept, if any; then an embed's address, or a page's, or nothing, which
 * is the story's own page.
 */
const PLACES = '#^(v/[A-Za-z0-9][A-Za-z0-9._-]*/)?(?:embed/(story/|(?:chapters|figures)/[a-z0-9-]+/)|((?:chapters|figures)/[a-z0-9-]+/))?$#D';

/**
 * The allowed bases: the setting, or what came with the plugin as long as nobody has saved the setting.
 *
 * @return string[] Addresses, each with a slash at its end.
 */
function bases() {
	$bases = get_option( OPTION_BASES, null );
	if ( null === $bases ) {
		$bases = default_bases();
	}
	return array_values( array_unique( array_filter( array_map( __NAMESPACE__ . '\\normalised_base', (array) $bases ) ) ) );
}

/**
 * The bases that came with this copy of the plugin, one on each line of a file; often none.
 *
 * @return string[]
 */
function default_bases() {
	$file  = dirname( FILE ) . '/default-bases.txt';
	$lines = is_readable( $file ) ? file( $file, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES ) : array();
	return is_array( $lines ) ? $lines : array();
}

/**
 * A base as it is compared: scheme, host in lower case, port where it is not the usual one, and the path with a
 * slash at its end.
 *
 * @param mixed $address What somebody typed.
 * @return string|null Null for what cannot be a base: another scheme, a name and password, a query, `..` in the path.
 */
function normalised_base( $address ) {
	if ( ! is_string( $address ) ) {
		return null;
	}
	$address = trim( $address );
	if ( ! preg_match( '#^(https?)://([a-z0-9.-]+|\[[0-9a-f:]+\])(?::(\d{1,5}))?((?:/[a-z0-9._~-]*)*)$#iD', $address, $parts ) ) {
		return null;
	}
	list( , $scheme, $host, $port, $path ) = $parts;

	$scheme = strtolower( $scheme );
	$usual  = 'https' === $scheme ? '443' : '80';
	$path   = rtrim( $path, '/' ) . '/';
	if ( preg_match( '#//|/\.{1,2}/#', $path ) ) {
		return null;
	}
	return $scheme . '://' . strtolower( $host ) . ( '' === $port || $usual === $port ? '' : ':' . $port ) . $path;
}

/**
 * What an address embeds. It may be the address of an embed or of the page itself, of the newest edition or of one
 * kept under /v/: whatever an editor copies from the browser.
 *
 * @param mixed $url What somebody typed.
 * @return array{frame: string, page: string, id: string}|null The frame's address, that of the page its link leads
 *         to, and an id for the element; null unless it lies under an allowed base.
 */
function embed_of( $url ) {
	if ( ! is_string( $url ) ) {
		return null;
	}
	// Nothing in the query or after the hash says what to embed.
	$address = normalised_address( preg_replace( '/[?#].*$/s', '', trim( $url ) ) );
	if ( null === $address ) {
		return null;
	}
	foreach ( bases() as $base ) {
		if ( 0 !== strpos( $address, $base ) ) {
			continue;
		}
		$rest = substr( $address, strlen( $base ) );
		if ( ! preg_match( PLACES, $rest, $parts ) ) {
			continue;
		}
		$parts  += array( '', '', '', '' );
		$edition = $parts[1];
		$what    = $parts[2] . $parts[3];
		$what    = '' === $what ? 'story/' : $what;
		return array(
			'frame' => $base . $edition . 'embed/' . $what,
			'page'  => $base . $edition . ( 'story/' === $what ? '' : $what ),
			'id'    => 'story' . ( 'story/' === $what ? '' : '-' . strtolower( basename( $what ) ) ),
		);
	}
	return null;
}

/**
 * An address whose base part can be compared: with a slash at its end.
 *
 * @param string $address An address without query and hash.
 * @return string|null
 */
function normalised_address( $address ) {
	return normalised_base( preg_replace( '#/index\.html$#', '/', $address ) );
}
