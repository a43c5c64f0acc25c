/** The handshake with the story, and the private port that it leads to. */
import {
  parseGuestMessage,
  parseHello,
  type GuestMessage,
  type Hello,
  type HostMessage,
  type Init,
} from '../protocol/index.ts';
import type { Framed } from './frame.ts';

/** Listens to the window, or to what else is named. */
export type Listen = (type: string, listener: (event: MessageEvent) => void, target?: EventTarget) => void;

/** No story says more within a second. */
const MESSAGES_MOST = 120;

/**
 * Answers the greetings of the story in a frame.
 *
 * @param welcome makes the answer to a greeting
 * @param hear is told what the story says
 * @param on listens for as long as the embed is there
 * @returns what says something to the story, if one is there
 */
export function talkTo(
  [, frame, origin]: Framed,
  welcome: (hello: Hello) => Init,
  hear: (message: GuestMessage) => void,
  on: Listen,
): (message: HostMessage) => void {
  let port: MessagePort | undefined;
  let count = 0;

  /** Each counts for a second. */
  const isFlood = () => {
    setTimeout(() => count--, 1000);
    return ++count > MESSAGES_MOST;
  };

  on('message', ({ data, source, origin: from }) => {
    const hello = parseHello(data);
    if (source !== frame.contentWindow || from !== origin || !hello || isFlood()) return;
    const { port1, port2 } = new MessageChannel();
    on(
      'message',
      (said) => {
        const message = parseGuestMessage(said.data);
        if (!message || isFlood()) return;
        // A story that greets again was loaded again, or did not know yet that it was answered: the port that it
        // speaks through is the one that counts.
        port = port1;
        hear(message);
      },
      port1,
    );
    port1.start();
    source?.postMessage(welcome(hello), {
      targetOrigin: origin === 'null' ? '*' : origin,
      transfer: [port2],
    });
  });
  return (message) => port?.postMessage(message);
}
