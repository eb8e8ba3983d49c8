// The content script of the marketplaces: wiring only.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { HOST_PATTERNS } from '../../utils/hosts.ts';

export default defineContentScript({
  matches: HOST_PATTERNS,
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main() {},
});
