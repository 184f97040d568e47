/** What a department may upload for one document. */

/** Kinds a clerk may send; the reader decides the type from the bytes and refuses the rest. */
export const uploadTypes = [
  'docx',
  'doc',
  'wps',
  'pdf',
  'ofd',
  'xlsx',
  'xls',
  'et',
  'pptx',
  'rtf',
  'html',
  'htm',
  'txt',
  'csv',
  'zip',
  'jpg',
  'jpeg',
  'png',
  'tif',
  'tiff',
  'bmp',
  'gif',
  'webp',
] as const;
/** What everybody can make: named to who brings another kind. */
export const commonTypes = ['docx', 'xlsx', 'pdf'] as const;
export const maxFileBytes = 20 * 1024 * 1024;
export const maxFiles = 10;
