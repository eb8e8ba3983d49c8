// Which answers of a page may be read once its user agreed. Whatever concerns the user is refused here, whatever the table of
// answers says.

/** On pages of `page`, answers whose host and path begin with `read`. */
export interface Observed {
  page: string;
  read: string;
}

/** Parts of a path (split at anything but letters) that speak of the user, not of goods. */
const PRIVATE = new Set(
  `account accounts address addresses akun alamat auth basket buyer cart carts chat chats checkout coin coins conversation
  conversations customer customers inbox invoice keranjang login logout member members message messages me notification
  notifications oauth order orders otp password payment payments pembayaran pesan pesanan profile profiles saldo session
  transaction transactions user users voucher wallet wishlist wishlists`.split(/\s+/),
);

/** The words of a path: "getCartItems" and "get_cart-items" hold "cart". */
const wordsOf = (path: string): string[] =>
  path
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z]+/);

/** Whether an address concerns the user's account, cart, orders or talk: never read, by nobody's wish. */
export const isPrivate = ({ pathname }: URL): boolean => wordsOf(decoded(pathname)).some((word) => PRIVATE.has(word));

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Whether an answer may be read on a page of this host.
 * @param table What is compiled in.
 * @param narrowed As the map says (`observe`): of the table, only this. Entries beyond it allow nothing.
 */
export function mayRead(table: readonly Observed[], page: string, answer: URL, narrowed?: readonly string[]): boolean {
  if (answer.protocol !== 'https:' || isPrivate(answer)) return false;
  const where = answer.host + answer.pathname;
  const within = (prefix: string) => where.startsWith(prefix);
  if (narrowed && !narrowed.some(within)) return false;
  return table.some((entry) => entry.page === page && within(entry.read));
}
