/** The part of the upload form about posted lists. */
import { postingGrounds } from '@gongkai/domain/posting.ts';
import { SelectField, TextField } from '../layout.tsx';

export const PostingFields = ({
  text,
  errors,
}: {
  text: (name: string) => string;
  errors: Record<string, string>;
}) => (
  <details
    class="fold"
    open={['postingGround', 'postingOther', 'postingUntil'].some((name) => text(name) || errors[name])}
  >
    <summary>公示名单（不是的不填）</summary>
    <p class="hint">
      只有法律法规要求公示的名单才填。名单只写姓名、到村（社区）为止的住址、金额等必需内容；公示期满自动撤下。
    </p>
    <SelectField
      name="postingGround"
      label="公示依据"
      options={[
        { value: '', name: '不是公示名单' },
        ...postingGrounds.map((ground) => ({ value: ground, name: ground })),
        { value: 'other', name: '其他依据' },
      ]}
      value={text('postingGround')}
      error={errors['postingGround']}
    />
    <TextField
      name="postingOther"
      label="其他公示依据（选“其他依据”时填写）"
      hint="法律法规的名称和条款，公众会看到"
      maxlength={80}
      value={text('postingOther')}
      error={errors['postingOther']}
    />
    <TextField
      name="postingUntil"
      label="公示截止日期"
      hint="公示的最后一天，最长一年；次日自动撤下"
      type="date"
      value={text('postingUntil')}
      error={errors['postingUntil']}
    />
  </details>
);
