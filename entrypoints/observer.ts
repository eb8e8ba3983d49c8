// The observer in the extension's world, only where the user agreed to it: takes the answers that the page's world hands over,
// reads listings from them by the map, and completes what the content script reads.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Answers, openAnswers } from '../utils/observe/answers.ts';
import { observerBridge } from '../utils/observe/bridge.ts';
import { OBSERVED } from '../utils/observe/observed.ts';
import { takePort } from '../utils/observe/port.ts';
import { report } from '../utils/page/guard.ts';

/** Answers that come before the map does; a page may ask early. */
const MAX_WAITING = 20;
/** What is learned at once is told at once (ms). */
const PAUSE = 200;

export default defineUnlistedScript(() => {
  const bridge = observerBridge();
  const waiting: string[] = [];
  let answers: Answers | null = null;
  let telling = false;

  const hear = (text: string) => {
    const end = text.indexOf('\n');
    try {
      if (answers?.hear(text.slice(0, end), text.slice(end + 1))) tell();
    } catch (error) {
      report(error);
    }
  };
  const tell = () => {
    if (telling) return;
    telling = true;
    setTimeout(() => {
      telling = false;
      bridge.learned?.();
    }, PAUSE);
  };

  bridge.mapped = () => {
    answers = bridge.map && openAnswers(bridge.map, location.hostname, OBSERVED);
    bridge.complete = answers?.complete ?? null;
    for (const text of waiting.splice(0)) hear(text);
  };
  takePort(window, (text) => {
    if (answers) hear(text);
    else if (waiting.length < MAX_WAITING) waiting.push(text);
  });
  if (bridge.map) bridge.mapped();
});
