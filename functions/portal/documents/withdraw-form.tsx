import type { GovDocument } from '@gongkai/domain/document.ts';
import { base } from '../base.ts';
import type { PortalContext } from '../env.ts';
import { Csrf, TextArea } from '../layout.tsx';

/** Taking a document off the site, for the county office. Irreversible, so it asks for a reason and a tick. */
export const WithdrawForm = ({
  c,
  document,
  error,
  reason,
}: {
  c: PortalContext;
  document: GovDocument;
  error?: string;
  reason?: string;
}) => (
  <details class="fold danger" open={error !== undefined}>
    <summary>撤下这份文件</summary>
    <p>
      撤下后，公开页面、附件、列表和订阅源中的条目会一起删除，原地址显示撤下说明和理由。撤下不能恢复；需要重新公开的，请部门重新上传。
    </p>
    <form method="post" action={`${base}/documents/${document.id}/withdrawal`}>
      <Csrf c={c} />
      <TextArea
        name="reason"
        label="撤下理由"
        hint="会公开显示，请不要写个人信息。例如：文件已废止；附件含有不应公开的内容。"
        rows={3}
        required
        value={reason}
        error={error}
      />
      <label class="choice">
        <input type="checkbox" name="showTitle" value="yes" />
        <span>
          撤下说明中保留文件标题
          <span class="hint">标题本身含有个人信息等不应公开的内容时，请不要勾选。</span>
        </span>
      </label>
      <label class="choice">
        <input type="checkbox" name="confirm" value="yes" required />
        <span>我确认要撤下《{document.title}》</span>
      </label>
      <div class="actions">
        <button class="danger" type="submit">
          撤下
        </button>
      </div>
    </form>
  </details>
);
