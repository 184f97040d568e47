/** How a page shows that a document no longer holds as it stands (国办发〔2017〕47号: on the page itself). */
import { chineseDate } from '@gongkai/calendar/local-date.ts';
import { type Validity, validityName } from '@gongkai/domain/validity.ts';
import { href } from './paths.ts';
import { filled } from './text.ts';
import type { SiteView, ValidityView } from './views.ts';

const successorLabel: Record<Validity, string> = {
  'in-force': '相关文件',
  amended: '修改依据',
  repealed: '废止依据或替代文件',
  lapsed: '替代文件',
};

export const ValidityTag = ({ state }: { state: Validity }) => (
  <span class={`validity ${state}`}>{validityName[state]}</span>
);

export const ValidityBanner = ({ site, validity }: { site: SiteView; validity: ValidityView }) => (
  <div class={`validity-banner ${validity.state}`} role="note">
    <p>
      <strong>本文件{validityName[validity.state]}</strong>
      <span>自 {chineseDate(validity.since)} 起</span>
    </p>
    {filled(validity.reason, '') && <p>{validity.reason}</p>}
    {validity.successor && (
      <p>
        {successorLabel[validity.state]}：
        <a href={href(site, validity.successor.path)}>{filled(validity.successor.title, '（无标题）')}</a>
      </p>
    )}
  </div>
);
