/** Browsers read the file after the press, and some of them late. */
const READ_BY = 60_000;

/** Gives the person a file, as if they had pressed a link to it. */
export function download(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_BY);
}
