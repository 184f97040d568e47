/** Small parts that several pages share. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import type { Child } from 'hono/jsx';
import { absoluteUrl, href } from './paths.ts';
import { QrCode } from './qr-code.tsx';
import { fileSize, fileType, filled } from './text.ts';
import { ValidityTag } from './validity.tsx';
import type { AttachmentView, SiteView } from './views.ts';

/** Made by the first title: its dictionary takes 9 ms to load. */
let segmenter: Intl.Segmenter | undefined;

/** A title that breaks between words only: 回行时词意完整 (GB/T 9704-2012, 7.3.1). Browsers do not know Chinese words. */
export const Words = ({ text }: { text: string }) => {
  segmenter ??= new Intl.Segmenter('zh-CN', { granularity: 'word' });
  return (
    <>
      {[...segmenter.segment(text)].map(({ segment, isWordLike }, i) => (
        <>
          {i > 0 && isWordLike && <wbr />}
          {segment}
        </>
      ))}
    </>
  );
};

/** The local day of an instant. */
export const Day = ({ at }: { at: string }) => {
  const day = localDate(at);
  return <time datetime={day}>{day}</time>;
};

/** Metadata of one thing; rows without a value are left out. */
export const Facts = ({ rows }: { rows: readonly (readonly [name: string, value: Child])[] }) => (
  <dl class="facts">
    {rows
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

const isMarked = ({ validity = 'in-force' }: Publication): boolean => validity !== 'in-force';

export const Entries = ({
  site,
  entries,
  shown,
  withValidity = false,
}: {
  site: SiteView;
  entries: readonly Publication[];
  /** What stands under a title besides number and date. */
  shown?: 'department' | 'column';
  /** In the policy library what is in force says so, too. */
  withValidity?: boolean;
}) => {
  const names = new Map(
    (shown === 'column' ? site.columns : site.departments).map((item) => [item.id, item.name]),
  );
  return (
    <ol class="entries">
      {entries.map((entry) => (
        <li>
          <a href={href(site, entry.path)}>{filled(entry.title, '（无标题）')}</a>
          <p class="entry-facts">
            {(withValidity || isMarked(entry)) && <ValidityTag state={entry.validity ?? 'in-force'} />}
            <Day at={entry.publishedAt} />
            {entry.documentNumber && <span>{entry.documentNumber}</span>}
            {shown && <span>{names.get(entry[shown]) ?? ''}</span>}
          </p>
        </li>
      ))}
    </ol>
  );
};

export const LinkGrid = ({
  site,
  links,
}: {
  site: SiteView;
  links: readonly { name: string; path: string }[];
}) => (
  <ul class="link-grid">
    {links.map((link) => (
      <li>
        <a href={href(site, link.path)}>{link.name}</a>
      </li>
    ))}
  </ul>
);

/** A PDF in the browser's own viewer, other attachments as a page. */
const Preview = ({ site, file }: { site: SiteView; file: AttachmentView }) => {
  const path = file.path.endsWith('.pdf') ? file.path : file.preview;
  if (path === undefined) return null;
  return (
    <a class="file-preview" href={href(site, path)} aria-label={`在线查看：${filled(file.name, '附件')}`}>
      在线查看
    </a>
  );
};

export const Downloads = ({
  site,
  attachments,
}: {
  site: SiteView;
  attachments: readonly AttachmentView[];
}) => (
  <section class="related" aria-labelledby="downloads">
    <h2 id="downloads">文件下载</h2>
    <ul class="files">
      {attachments.map((file) => (
        <li>
          <a href={href(site, file.path)} download={filled(file.name, '附件')}>
            {filled(file.name, '附件')}
          </a>
          <span class="file-facts">
            {fileType(file.name)}，{fileSize(file.size)}
          </span>
          <Preview site={site} file={file} />
        </li>
      ))}
    </ul>
  </section>
);

/** The page's own address, for telephones that look at a screen or a notice board. */
export const PageAddress = ({ site, path }: { site: SiteView; path: string }) => {
  const url = absoluteUrl(site, path);
  return (
    <section class="address" aria-label="本页地址">
      <QrCode url={url} label="本页地址的二维码" />
      <p>
        手机扫码查看本页。
        <span class="address-url">{url}</span>
      </p>
    </section>
  );
};

export const Scanned = () => (
  <p class="notice">本页有文字由机器从扫描图片中识别，可能有错，请以下载的文件为准。</p>
);
