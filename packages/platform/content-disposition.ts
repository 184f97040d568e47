/** Download names in headers: RFC 6266 with the RFC 8187 form, so that Chinese names arrive and nothing is injected. */
const encode = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** `attachment; filename="download.pdf"; filename*=UTF-8''…`. */
export function contentDisposition(downloadName: string): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(downloadName)?.[0] ?? '';
  return `attachment; filename="download${extension}"; filename*=UTF-8''${encode(downloadName.toWellFormed())}`;
}

/** The name {@link contentDisposition} was given. */
export function downloadNameOf(header: string | undefined): string | undefined {
  const encoded = /filename\*=UTF-8''([^;\s]+)/.exec(header ?? '')?.[1];
  return encoded === undefined ? undefined : decodeURIComponent(encoded);
}
