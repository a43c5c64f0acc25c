/** The handshake with the story, and the private port that it leads to. */
import {
  parseGuestMessage,
  parseHello,
  type GuestMessage,
  type HostMessage,
  type Init,
} from '../protocol/index.ts';
import type { Framed } from './frame.ts';

/** No story says more within a second. */
const MESSAGES_MOST = 120;

/**
 * Answers the greetings of the story in a frame.
 *
 * @param welcome makes the answer
 * @param hear is told what the story says
 * @returns what says something to the story, if one is there
 */
export function talkTo(
  { frame, origin }: Framed,
  welcome: () => Init,
  hear: (message: GuestMessage) => void,
  signal: AbortSignal,
): (message: HostMessage) => void {
  let port: MessagePort | undefined;
  let second = 0;
  let count = 0;

  const isFlood = ({ timeStamp }: Event) => {
    if (timeStamp > second + 1000) {
      second = timeStamp;
      count = 0;
    }
    return ++count > MESSAGES_MOST;
  };

  addEventListener(
    'message',
    (event) => {
      const { source, data } = event;
      if (source !== frame.contentWindow || event.origin !== origin) return;
      if (!source || !parseHello(data) || isFlood(event)) return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (said) => {
        const message = parseGuestMessage(said.data);
        if (!message || signal.aborted || isFlood(said)) return;
        // A story that greets again was loaded again, or did not know yet that it was answered: the port that it
        // speaks through is the one that counts.
        port = port1;
        hear(message);
      };
      source.postMessage(welcome(), {
        targetOrigin: origin === 'null' ? '*' : origin,
        transfer: [port2],
      });
    },
    { signal },
  );
  return (message) => port?.postMessage(message);
}
