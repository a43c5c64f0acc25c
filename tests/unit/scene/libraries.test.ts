/* eslint-disable no-restricted-imports -- here the libraries themselves are asked */
/** The calls that the adapters lean on: an upgrade that drops one fails here, by name. */
import gsap from 'gsap/gsap-core.js';
import scrollama from 'scrollama';
import { describe, expect, it } from 'vitest';

describe('gsap', () => {
  it('moves a number, says so each time, and stops when killed', () => {
    const mix = { t: 0 };
    const seen: number[] = [];
    const tween = gsap.to(mix, {
      t: 1,
      duration: 1,
      ease: 'none',
      paused: true,
      onUpdate: () => seen.push(mix.t),
    });
    tween.time(0.25);
    tween.time(0.5);
    expect(seen).toEqual([0.25, 0.5]);
    tween.kill();
    expect(tween.isActive()).toBe(false);
  });

  it('knows the ease that the adapter names', () => {
    const ease = gsap.parseEase('power2.inOut');
    expect([ease(0), ease(0.5), ease(1)]).toEqual([0, 0.5, 1]);
  });
});

describe('scrollama', () => {
  it.each(['setup', 'onStepEnter', 'onStepExit', 'resize', 'destroy'] as const)('has %s', (method) => {
    expect(scrollama()[method]).toBeTypeOf('function');
  });
});
