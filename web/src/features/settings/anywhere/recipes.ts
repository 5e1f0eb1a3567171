/** Where thoughts are sent to. */
export function captureAddress(origin = location.origin): string {
  return `${origin}/api/v1/thoughts`;
}

/** Opens the capture page with what is marked on the page one reads, its title and its address. It runs nothing there. */
export function bookmarklet(origin = location.origin): string {
  const open = `open(${JSON.stringify(`${origin}/capture?`)}+new URLSearchParams({title:document.title,text:String(getSelection()),url:location.href}),"_blank","popup,width=480,height=560,noopener")`;
  return `javascript:void(${encodeURIComponent(open)})`;
}

export function curlLine(key: string, origin = location.origin): string {
  return [
    `curl ${captureAddress(origin)} \\`,
    `  --header 'Authorization: Bearer ${key}' \\`,
    `  --json '{"content": "Water the tomatoes tomorrow", "source": "curl"}'`,
  ].join("\n");
}
