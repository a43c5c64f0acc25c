import { describe, expect, test } from 'vitest';
import { newEnough, nodeToUse } from '../../../scripts/with-node.mjs';

describe('newEnough', () => {
  test.each(['22.19.0', '22.20.1', '24.0.0', '26.1.0'])('%s runs the site generator', (version) => {
    expect(newEnough(version)).toBe(true);
  });

  test.each(['20.20.2', '22.18.0', '23.11.1'])('%s does not', (version) => {
    expect(newEnough(version)).toBe(false);
  });
});

describe('nodeToUse', () => {
  test('is the running one if that is new enough', () => {
    expect(nodeToUse({ version: '24.1.0' })).toBe(process.execPath);
  });

  test('says what is needed where the packages bring none', () => {
    const machine = { version: '20.9.0', platform: 'sunos', arch: 'sparc' };
    expect(() => nodeToUse(machine)).toThrow(
      'Node 22.19 or newer is needed; this is 20.9.0, and no newer one comes with the packages for sunos-sparc.',
    );
  });
});
