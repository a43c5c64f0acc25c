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
 * @returns `say`, which says something to the story if one is there, and `stop`
 */
export function talkTo(
  { frame, origin }: Framed,
  welcome: () => Init,
  hear: (message: GuestMessage) => void,
): { say: (message: HostMessage) => void; stop: () => void } {
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

  function onGreeting(event: MessageEvent): void {
    const story = frame.contentWindow;
    if (!story || event.source !== story || event.origin !== origin) return;
    if (!parseHello(event.data) || isFlood(event)) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (said) => {
      const message = parseGuestMessage(said.data);
      if (!message || isFlood(said)) return;
      // A story that greets again was loaded again, or did not know yet that it was answered: the port that it
      // speaks through is the one that counts.
      port = port1;
      hear(message);
    };
    story.postMessage(welcome(), origin === 'null' ? '*' : origin, [port2]);
  }

  addEventListener('message', onGreeting);
  return {
    say: (message) => port?.postMessage(message),
    stop() {
      removeEventListener('message', onGreeting);
      port?.close();
    },
  };
}
