/** What a reader sees of a pinned story while scrolling: the pictures that the browser composed, not what it says. */
import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { expectPinned, readTo, still, storyIn } from './embeds.ts';
import { test } from './servers.ts';

const SIGN = [255, 0, 255] as const;

/** Every picture that the browser shows while something is done. */
async function picturesOf(page: Page, action: () => Promise<void>): Promise<Buffer[]> {
  const session = await page.context().newCDPSession(page);
  const pictures: Buffer[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(Buffer.from(data, 'base64'));
    void session.send('Page.screencastFrameAck', { sessionId });
  });
  await session.send('Page.startScreencast', { format: 'png' });
  await action();
  await session.send('Page.stopScreencast');
  await session.detach();
  return pictures;
}

/** px from the picture's top to the sign, in a column of it. */
async function signIn(picture: Buffer, column: number): Promise<number> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let y = 0; y < info.height; y += 1) {
    const at = (y * info.width + column) * 3;
    if (SIGN.every((value, channel) => Math.abs((data[at + channel] ?? -1) - value) < 40)) return y;
  }
  return NaN;
}

test('what is pinned does not move on the screen while its host scrolls', async ({ page, servers }) => {
  await page.goto(servers.host('plain', { embed: 'embed/test/' }));
  const story = await storyIn(page);
  await readTo(page, 200);
  await expectPinned(page);
  await story.evaluate((colour) => {
    const sign = document.createElement('div');
    sign.style.cssText = `position:fixed;inset:100px auto auto 0;width:60px;height:24px;background:${colour};z-index:9`;
    document.body.append(sign);
  }, `rgb(${SIGN.join()})`);
  const { x = 0 } = (await page.locator('iframe').boundingBox()) ?? {};
  const gestures = await page.context().newCDPSession(page);
  const pictures = await picturesOf(page, async () => {
    // As a hand on a wheel does it: steadily, and not waiting for the page.
    const gesture = { x: 600, y: 300, yDistance: -1500, speed: 1500, gestureSourceType: 'mouse' } as const;
    await gestures.send('Input.synthesizeScrollGesture', gesture);
    await still(page);
  });
  await expectPinned(page);
  const places = await Promise.all(pictures.map((picture) => signIn(picture, Math.round(x) + 30)));
  expect(places.length, 'pictures').toBeGreaterThan(5);
  for (const place of places) expect(Math.abs(place - 100), `at ${places.join()}`).toBeLessThanOrEqual(2);
});
