<?php
/**
 * Settings → Story Embed: which base addresses are allowed.
 *
 * @package Story_Embed
 */

namespace Story_Embed;

defined( 'ABSPATH' ) || exit;

const PAGE = 'story-embed';

/** Both options go through options.php, which checks the nonce and the capability. */
function register_settings() {
	register_setting(
		PAGE,
		OPTION_BASES,
		array(
			'type'              => 'array',
			'sanitize_callback' => __NAMESPACE__ . '\\sanitise_bases',
		)
	);
	register_setting(
		PAGE,
		OPTION_EVERYWHERE,
		array(
			'type'              => 'boolean',
			'sanitize_callback' => static function ( $value ) {
				return $value ? 1 : 0;
			},
		)
	);
}

/** Adds the page, for those who manage options. */
function add_settings_page() {
	add_options_page( __( 'Story Embed', 'story-embed' ), __( 'Story Embed', 'story-embed' ), 'manage_options', PAGE, __NAMESPACE__ . '\\show_settings' );
}

/**
 * A list of bases from what was typed. WordPress calls this twice the first time, the second time with its result.
 *
 * @param mixed $value Text with an address on each line, or a list.
 * @return string[]
 */
function sanitise_bases( $value ) {
	$lines = is_array( $value ) ? $value : preg_split( '/\s+/', is_string( $value ) ? $value : '', -1, PREG_SPLIT_NO_EMPTY );
	$bases = array();
	foreach ( $lines as $line ) {
		$base = normalised_base( $line );
		if ( null !== $base ) {
			$bases[] = $base;
			continue;
		}
		add_settings_error(
			OPTION_BASES,
			'story-embed-base',
			/* translators: %s: what was typed */
			sprintf( __( '“%s” is not an address such as https://example.org/story/ and was left out.', 'story-embed' ), sanitize_text_field( is_scalar( $line ) ? (string) $line : '' ) )
		);
	}
	return array_values( array_unique( $bases ) );
}

/** The page itself. */
function show_settings() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Story Embed', 'story-embed' ); ?></h1>
		<form action="options.php" method="post">
			<?php settings_fields( PAGE ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="story-embed-bases"><?php esc_html_e( 'Allowed base addresses', 'story-embed' ); ?></label></th>
					<td>
						<textarea id="story-embed-bases" class="large-text code" rows="4" name="<?php echo esc_attr( OPTION_BASES ); ?>" aria-describedby="story-embed-bases-about"><?php echo esc_textarea( implode( "\n", bases() ) ); ?></textarea>
						<p class="description" id="story-embed-bases-about"><?php esc_html_e( 'The addresses at which stories are published, one on each line, such as https://example.org/story/. Only what lies under them is shown in a frame, whoever writes the post.', 'story-embed' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><?php esc_html_e( 'Loader', 'story-embed' ); ?></th>
					<td>
						<label><input type="checkbox" name="<?php echo esc_attr( OPTION_EVERYWHERE ); ?>" value="1" <?php checked( (bool) get_option( OPTION_EVERYWHERE ) ); ?>> <?php esc_html_e( 'Load it on every page', 'story-embed' ); ?></label>
						<p class="description"><?php esc_html_e( 'Only needed where a page builder shows stories that this plugin does not see.', 'story-embed' ); ?></p>
					</td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}

/**
 * The link beside the plugin's name in the list of plugins.
 *
 * @param string[] $links HTML of the links.
 * @return string[]
 */
function settings_link( $links ) {
	$link = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=' . PAGE ) ), esc_html__( 'Settings', 'story-embed' ) );
	array_unshift( $links, $link );
	return $links;
}
