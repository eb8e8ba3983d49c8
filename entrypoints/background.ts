// The background: owns the ruleset and answers the pages.
import { defineBackground } from 'wxt/utils/define-background';

export default defineBackground(() => {});
