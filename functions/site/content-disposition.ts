/** `attachment` under the given name: ASCII for old clients, UTF-8 for the others (RFC 6266). */
export function contentDisposition(downloadName: string): string {
  const name = downloadName.toWellFormed().replace(/[\p{Cc}\\/"]/gu, '_') || 'download';
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/%/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
