/** Download names in headers: RFC 6266 with the RFC 8187 form, so that Chinese names arrive and nothing is injected. */
const encode = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Browsers show these in a viewer of their own that runs nothing of the page's; all others are saved. */
export const isShownByBrowsers = (contentType: string): boolean => contentType === 'application/pdf';

/** `attachment; filename="download.pdf"; filename*=UTF-8''…`; `inline` for what {@link isShownByBrowsers}. */
export function contentDisposition(downloadName: string, contentType?: string): string {
  const how = contentType !== undefined && isShownByBrowsers(contentType) ? 'inline' : 'attachment';
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(downloadName)?.[0] ?? '';
  return `${how}; filename="download${extension}"; filename*=UTF-8''${encode(downloadName.toWellFormed())}`;
}

/** The name {@link contentDisposition} was given. */
export function downloadNameOf(header: string | undefined): string | undefined {
  const encoded = /filename\*=UTF-8''([^;\s]+)/.exec(header ?? '')?.[1];
  return encoded === undefined ? undefined : decodeURIComponent(encoded);
}
