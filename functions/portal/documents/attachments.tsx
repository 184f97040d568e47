import type { GovDocument } from '@gongkai/domain/document.ts';
import { base } from '../base.ts';

const kilobytes = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The originals as they were handed in; a download, never a page of ours. */
export const Originals = ({ document }: { document: GovDocument }) => (
  <ul class="originals">
    {document.files.map((file) => (
      <li>
        <span class="tag">{file.slot === 0 ? '正文' : `附件 ${file.slot}`}</span>{' '}
        {file.sha256 === undefined ? (
          file.name
        ) : (
          <a href={`${base}/documents/${document.id}/files/${file.slot}`}>{file.name}</a>
        )}{' '}
        {document.state !== 'refused' && (
          <span class="quiet small">
            {file.arrived ? (file.size === undefined ? '已到达' : kilobytes(file.size)) : '还没有到达'}
          </span>
        )}
      </li>
    ))}
  </ul>
);
