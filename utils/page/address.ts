// Notices that the page's address changed without a load. The Navigation API says so at once, also to us in the isolated
// world; where it is missing the address is compared whenever something else happens, and at each frame while it matters.

interface Navigation extends EventTarget {}

/** @returns `check`, which calls `moved` if the address is another than at the last look, and `stop`. */
export function watchAddress(window: Window, moved: (url: URL) => void) {
  let href = window.location.href;
  const check = () => {
    if (window.location.href === href) return;
    href = window.location.href;
    moved(new URL(href));
  };
  const { navigation } = window as { navigation?: Navigation };
  navigation?.addEventListener('currententrychange', check);
  window.addEventListener('popstate', check);
  window.addEventListener('hashchange', check);
  return {
    check,
    /** True when `check` needs no help. */
    prompt: navigation !== undefined,
    stop() {
      navigation?.removeEventListener('currententrychange', check);
      window.removeEventListener('popstate', check);
      window.removeEventListener('hashchange', check);
    },
  };
}
