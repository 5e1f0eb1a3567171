/** What scrolls: the content between the bars on a phone, where nothing may lie under them, else the page. */
export function scroller(): Element {
  const content = document.getElementById("content");
  const scrolls = content && getComputedStyle(content).overflowY === "auto";
  return scrolls ? content : document.documentElement;
}
