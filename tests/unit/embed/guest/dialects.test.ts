import { describe, expect, it } from 'vitest';
import { announce, askHeight, askPosition, hear } from '../../../../src/embed/guest/dialects.ts';

describe('hear', () => {
  it("understands pym's parent", () => {
    expect(hear('pymxPYMxstoryxPYMxwidthxPYMx640')).toEqual({ tongue: 'pym', id: 'story' });
    expect(hear('pymxPYMxstoryxPYMxviewport-iframe-positionxPYMx390 800 -1200.5 0 4000 390')).toEqual({
      tongue: 'pym',
      id: 'story',
      seen: { top: 1200.5, height: 800 },
    });
  });

  it('understands iframe-resizer, new and old', () => {
    expect(hear('[iFrameSizer]frame-1:8:false:false:32:true')).toEqual({ tongue: 'resizer', id: 'frame-1' });
    expect(
      hear(`[iFrameSizer]parentInfo:${JSON.stringify({ iframe: { top: -300 }, viewport: { height: 700 } })}`),
    ).toEqual({ tongue: 'resizer', id: '', seen: { top: 300, height: 700 } });
    expect(
      hear(`[iFrameSizer]pageInfo:${JSON.stringify({ offsetTop: 900, scrollTop: 1000, clientHeight: 700 })}`),
    ).toEqual({ tongue: 'resizer', id: '', seen: { top: 100, height: 700 } });
  });

  it('understands the Guardian in both forms', () => {
    const message = { kind: 'interactive:scroll', scroll: 320 };
    const heard = { tongue: 'guardian', id: '', y: 320 };
    expect(hear(message)).toEqual(heard);
    expect(hear(JSON.stringify(message))).toEqual(heard);
    // It says back what height it gave, before it knows of any scroll.
    expect(hear({ kind: 'interactive:height', height: 0 })).toEqual({ tongue: 'guardian', id: '' });
  });

  it('believes no absurd number and no other shape', () => {
    for (const data of [
      undefined,
      null,
      7,
      '',
      '{',
      '{}',
      [],
      { kind: 'interactive:scroll' },
      { kind: 'interactive:scroll', scroll: Infinity },
      { kind: 'interactive:scroll', scroll: '5' },
      { kind: 'interactive:height', height: '5' },
      { kind: 'interactive:height', height: NaN },
      'pymxPYMx',
      '[iFrameSizer]',
    ])
      expect(hear(data)).toBeUndefined();
    for (const numbers of ['390 0 -5', '390 NaN 4', '390 800 1e9', ''])
      expect(hear(`pymxPYMxaxPYMxviewport-iframe-positionxPYMx${numbers}`)).toEqual({
        tongue: 'pym',
        id: 'a',
      });
    expect(hear('[iFrameSizer]parentInfo:{"iframe":5}')).toEqual({ tongue: 'resizer', id: '' });
    expect(hear('[iFrameSizer]parentInfo:nonsense')).toEqual({ tongue: 'resizer', id: '' });
  });
});

describe('answers', () => {
  it('are in the tongue of who spoke', () => {
    expect(askHeight({ tongue: 'pym', id: 'a' }, 5000, 390)).toEqual(['pymxPYMxaxPYMxheightxPYMx5000']);
    expect(askHeight({ tongue: 'resizer', id: 'a' }, 5000, 390)).toEqual(['[iFrameSizer]a:5000:390:init:1']);
    const height = { kind: 'interactive:height', height: 5000 };
    expect(askHeight({ tongue: 'guardian', id: '' }, 5000, 390)).toEqual([height, JSON.stringify(height)]);
    const scroll = { kind: 'interactive:scroll', scroll: 0 };
    expect(askPosition({ tongue: 'guardian', id: '' })).toEqual([scroll, JSON.stringify(scroll)]);
    expect(askPosition({ tongue: 'pym', id: 'a' })).toEqual([]);
    expect(askPosition({ tongue: 'resizer', id: 'a' })).toEqual([
      '[iFrameSizer]a:0:0:parentInfo',
      '[iFrameSizer]a:0:0:pageInfo',
    ]);
  });

  it('to nobody in particular say nothing that WordPress would listen to', () => {
    for (const message of announce(5000)) {
      expect(message).not.toHaveProperty('secret');
      expect(message).not.toHaveProperty('message');
    }
  });
});
