/** Colours as every viewer reads them: six hexadecimal digits and an opacity. */
import { split } from './conditions.ts';

export interface Colour {
  /** `#rrggbb`, a name of a colour, `none`, or `url(#…)`. */
  readonly value: string;
  /** 0 to 1. */
  readonly alpha: number;
}

/** @throws Error if it is written in a way that is not known here */
export function readColour(text: string): Colour {
  const value = text.trim().toLowerCase();
  if (value === 'none' || value === 'transparent') return { value: 'none', alpha: 0 };
  if (value.startsWith('url(')) return { value: text.trim(), alpha: 1 };
  const channels = readChannels(value);
  if (channels) return { value: hex(channels.slice(0, 3)), alpha: channels[3] ?? 1 };
  if (/^[a-z]+$/.test(value)) return { value, alpha: 1 };
  throw new Error(`The colour "${text}" is not one that stills can be drawn with.`);
}

/** Red, green and blue from 0 to 255, and alpha from 0 to 1. */
function readChannels(value: string): number[] | undefined {
  const digits = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(value)?.[1];
  if (digits) {
    const pairs = digits.length < 6 ? [...digits].map((each) => each + each) : (digits.match(/../g) ?? []);
    const [red = 0, green = 0, blue = 0, alpha = 255] = pairs.map((pair) => Number.parseInt(pair, 16));
    return [red, green, blue, Number((alpha / 255).toFixed(3))];
  }
  const list = /^rgba?\((.*)\)$/.exec(value)?.[1];
  if (list) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = list.split(/[\s,/]+/).map(fraction);
    return [red, green, blue, alpha];
  }
  const mix = /^color-mix\(in srgb,(.*)\)$/.exec(value)?.[1];
  return mix ? mixed(mix) : undefined;
}

const fraction = (text: string) => Number.parseFloat(text) / (text.endsWith('%') ? 100 : 1);

function mixed(text: string): number[] | undefined {
  const parts = split(text, ',').map((part) => {
    const share = /\s([\d.]+)%$/.exec(part)?.[1];
    return {
      share: share === undefined ? undefined : Number(share) / 100,
      channels: readChannelsOf(part.replace(/\s[\d.]+%$/, '')),
    };
  });
  const [a, b] = parts;
  if (!a?.channels || !b?.channels) return undefined;
  const first = a.share ?? 1 - (b.share ?? 0.5);
  const second = b.share ?? 1 - first;
  const total = first + second;
  const [shareA, shareB] = [first / total, second / total];
  const [alphaA, alphaB] = [a.channels[3] ?? 1, b.channels[3] ?? 1];
  const alpha = alphaA * shareA + alphaB * shareB;
  const channel = (index: number) =>
    alpha === 0
      ? 0
      : ((a.channels?.[index] ?? 0) * alphaA * shareA + (b.channels?.[index] ?? 0) * alphaB * shareB) / alpha;
  return [channel(0), channel(1), channel(2), Number((alpha * Math.min(1, total)).toFixed(3))];
}

const readChannelsOf = (text: string) =>
  text.trim() === 'transparent' ? [0, 0, 0, 0] : readChannels(text.trim());

const hex = (channels: readonly number[]) =>
  `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
