import type { LocalDate } from '@gongkai/domain/deadline.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { validityName, validityNow, validityTransitions } from '@gongkai/domain/validity.ts';
import { base } from '../base.ts';
import type { PortalContext } from '../env.ts';
import { Choices, Csrf, TextArea, TextField } from '../layout.tsx';

export interface ValidityEntry {
  state?: string | undefined;
  since?: string | undefined;
  basis?: string | undefined;
  successor?: string | undefined;
}

export interface Marking {
  started?: boolean;
  /** By field. */
  errors?: Readonly<Record<string, string>>;
  entered?: ValidityEntry;
}

/** Marking a public document as amended, repealed or lapsed, for the county office. The page itself stays. */
export const ValidityForm = ({
  c,
  document,
  today,
  errors = {},
  entered = {},
}: Marking & { c: PortalContext; document: GovDocument; today: LocalDate }) => (
  <details class="fold" open={Object.keys(errors).length > 0}>
    <summary>标注有效性（现在：{validityName[validityNow(document)]}）</summary>
    <p>
      文件修改、废止或者失效后，公开页面保留，并在页面、列表、订阅源和清理结果中标明。失效指有效期满或者调整对象消失；废止指由决定废止。
    </p>
    <form method="post" action={`${base}/documents/${document.id}/validity`}>
      <Csrf c={c} />
      <Choices
        type="radio"
        name="state"
        legend="改为"
        options={validityTransitions[validityNow(document)].map((state) => ({
          value: state,
          name: validityName[state],
        }))}
        values={entered.state === undefined ? [] : [entered.state]}
        error={errors['state']}
      />
      <TextField
        name="since"
        type="date"
        label="自何日起"
        value={entered.since ?? today}
        error={errors['since']}
        required
      />
      <TextArea
        name="basis"
        label="理由"
        hint="会公开显示，请写明依据。例如：由《…办法》（示政发〔2026〕5号）废止。"
        rows={2}
        required
        value={entered.basis}
        error={errors['basis']}
      />
      <TextField
        name="successor"
        label="修改、废止或替代它的文件"
        hint="可以不填。已在本站公开的，请粘贴公开页面的网址，两个页面会互相链接。"
        value={entered.successor ?? ''}
        error={errors['successor']}
      />
      <div class="actions">
        <button type="submit">标注</button>
      </div>
    </form>
  </details>
);
