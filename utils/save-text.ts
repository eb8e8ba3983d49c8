// Offers a text for download from one of the extension's own pages: a link of the page itself needs no permission.

/** Time (ms) in which the browser has taken it. */
const TAKEN = 60_000;

export function saveText(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN);
}
