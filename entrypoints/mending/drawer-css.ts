// Where the drawer stands: at the right edge, or at the foot of a narrow window; while somebody points, a bar at the foot.

const HOST = 'all:initial!important;position:fixed!important;z-index:2147483647!important;display:block!important';

export const DRAWER_CSS = `:host{${HOST};top:0!important;right:0!important;width:0!important;height:0!important}
.mount{position:static}
.drawer{position:fixed;top:0;right:0;bottom:0;width:380px;max-width:100vw}
.drawer.bar{top:auto;left:0;right:0;width:auto;margin:0 auto;max-width:640px}
@media (max-width:620px){.drawer{top:auto;left:0;width:auto;height:62vh}.drawer.bar{height:auto}}`;
