/** The handshake with the story, and the private port that it leads to. */
import {
  parseGuestMessage,
  parseHello,
  type GuestMessage,
  type Hello,
  type HostMessage,
  type Init,
} from '../protocol/index.ts';

/** No story says more within a second. */
const MESSAGES_MOST = 120;

/**
 * Answers the greetings of the story in a frame.
 *
 * @param origin of the story; `null` in a sandbox
 * @param welcome makes the answer to a greeting
 * @param hear is told what the story says
 * @returns what says something to the story, if one is there
 */
export function talkTo(
  frame: HTMLIFrameElement,
  origin: string,
  welcome: (hello: Hello) => Init,
  hear: (message: GuestMessage) => void,
  signal: AbortSignal,
): (message: HostMessage) => void {
  let port: MessagePort | undefined;
  let count = 0;

  /** Each counts for a second. */
  const isFlood = () => {
    setTimeout(() => count--, 1000);
    return ++count > MESSAGES_MOST;
  };

  addEventListener(
    'message',
    (event) => {
      const hello = parseHello(event.data);
      if (!hello || event.source !== frame.contentWindow || event.origin !== origin || isFlood()) return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (said) => {
        const message = parseGuestMessage(said.data);
        if (!message || signal.aborted || isFlood()) return;
        // A story that greets again was loaded again, or did not know yet that it was answered: the port that it
        // speaks through is the one that counts.
        port = port1;
        hear(message);
      };
      frame.contentWindow?.postMessage(welcome(hello), origin === 'null' ? '*' : origin, [port2]);
    },
    { signal },
  );
  return (message) => port?.postMessage(message);
}
