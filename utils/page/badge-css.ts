// The badge's look, one string shared by all of them. `!important` on the host, since a page's own rules for its children
// would win otherwise. px: shops set odd root font sizes.
import { VERDICT_CSS } from './verdict-css.ts';

export const BADGE_CSS = `:host{all:initial!important;position:absolute!important;z-index:2!important;display:inline-block!important}
button{all:unset;box-sizing:border-box;display:inline-flex;align-items:center;gap:5px;height:22px;padding:0 8px;
border:1.5px solid var(--line);border-radius:4px;background:var(--fill);color:var(--ink);cursor:pointer;white-space:nowrap;
font:600 12px/19px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;letter-spacing:normal;text-align:left;
--halo:#fff;--ring:#1d4ed8;box-shadow:0 0 0 1px var(--halo)}
.dark{--halo:#0f172a;--ring:#93c5fd}
button::before{content:"";width:12px;height:12px;background:currentColor;flex:none}
button:focus-visible{outline:2px solid var(--ring);outline-offset:2px}
button:hover{text-decoration:underline}
.rotten::after{content:"!";font-weight:800}
.small{height:20px;padding:0 6px;font-size:11px;line-height:17px}
${VERDICT_CSS}`;

/** On a card: a block, whose static position is the corner whatever the card's text alignment. */
export const CARD_BADGE_CSS = `${BADGE_CSS}:host{display:block!important}`;
