// Opens the panel for a badge. The panel's script is brought into the page when the first badge is pressed.
import { askBackground } from './ask.ts';
import { panelBridge, type Subject } from './panel-bridge.ts';

export function openPanel(subject: Subject): void {
  const bridge = panelBridge();
  bridge.wanted = subject;
  if (bridge.show) bridge.show(subject);
  else void askBackground({ type: 'panel' });
}

export function closePanel(host: HTMLElement): void {
  const bridge = panelBridge();
  if (bridge.wanted?.host === host) bridge.wanted = null;
  if (bridge.open?.host === host) bridge.open.close();
}
