/** The block in the editor: an address, a few settings, and the preview that the server makes of them. */
(function (wp) {
  'use strict';

  const { createElement: h, Fragment, useState } = wp.element;
  const { __ } = wp.i18n;
  const { BlockControls, InspectorControls, useBlockProps } = wp.blockEditor;
  const { Button, Disabled, PanelBody, Placeholder, TextControl, ToolbarButton, ToolbarGroup } =
    wp.components;
  const ServerSideRender = wp.serverSideRender;

  /** The field for the address, before there is one and when it is to be changed. */
  function AddressForm({ url, onDone }) {
    const [typed, setTyped] = useState(url);
    return h(
      Placeholder,
      {
        icon: 'book-alt',
        label: __('Story Embed', 'story-embed'),
        instructions: __(
          'Paste the address of a story, one of its chapters or one of its figures.',
          'story-embed',
        ),
      },
      h(
        'form',
        {
          onSubmit: (event) => {
            event.preventDefault();
            onDone(typed.trim());
          },
        },
        h('input', {
          type: 'url',
          className: 'components-placeholder__input',
          'aria-label': __('Address', 'story-embed'),
          placeholder: 'https://',
          value: typed,
          onChange: (event) => setTyped(event.target.value),
        }),
        h(Button, { variant: 'primary', type: 'submit' }, __('Embed', 'story-embed')),
      ),
    );
  }

  function Settings({ attributes, setAttributes }) {
    return h(
      InspectorControls,
      null,
      h(
        PanelBody,
        { title: __('Settings', 'story-embed') },
        h(TextControl, {
          label: __('Title', 'story-embed'),
          help: __('What the frame is called for those who hear the page.', 'story-embed'),
          value: attributes.title,
          onChange: (title) => setAttributes({ title }),
        }),
        h(TextControl, {
          label: __('Name', 'story-embed'),
          help: __(
            'Letters, digits and hyphens: addresses that lead to a step begin with it.',
            'story-embed',
          ),
          value: attributes.name,
          onChange: (name) => setAttributes({ name }),
        }),
        h(TextControl, {
          label: __('Height without scripts, in pixels', 'story-embed'),
          type: 'number',
          min: 200,
          value: attributes.height ?? '',
          onChange: (height) => setAttributes({ height: height === '' ? undefined : Number(height) }),
        }),
      ),
    );
  }

  function Edit({ attributes, setAttributes }) {
    const [changing, setChanging] = useState(false);
    const blockProps = useBlockProps();
    if (!attributes.url || changing) {
      const onDone = (url) => {
        setAttributes({ url });
        setChanging(false);
      };
      return h('div', blockProps, h(AddressForm, { url: attributes.url, onDone }));
    }
    return h(
      Fragment,
      null,
      h(
        BlockControls,
        null,
        h(
          ToolbarGroup,
          null,
          h(ToolbarButton, {
            icon: 'edit',
            label: __('Change the address', 'story-embed'),
            onClick: () => setChanging(true),
          }),
        ),
      ),
      h(Settings, { attributes, setAttributes }),
      h(
        'div',
        blockProps,
        h(Disabled, null, h(ServerSideRender, { block: 'story-embed/embed', attributes })),
      ),
    );
  }

  wp.blocks.registerBlockType('story-embed/embed', { edit: Edit, save: () => null });
})(window.wp);
