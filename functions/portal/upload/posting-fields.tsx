/** The part of the upload form about posted lists. */
import { postingGrounds } from '@gongkai/domain/posting.ts';
import { fieldsOf, SelectField, TextField } from '../layout.tsx';

export const PostingFields = ({
  typed,
  errors,
}: {
  typed: Record<string, unknown>;
  errors: Record<string, string>;
}) => {
  const { text } = fieldsOf(typed, errors);
  const filledIn = [text('postingGround'), text('postingOther'), text('postingUntil')].some(
    ({ value, error }) => value !== '' || error !== undefined,
  );
  return (
    <details class="fold" open={filledIn}>
      <summary>公示名单（不是的不填）</summary>
      <p class="hint">
        只有法律法规要求公示的名单才填。名单只写姓名、到村（社区）为止的住址、金额等必需内容；公示期满自动撤下。
      </p>
      <SelectField
        {...text('postingGround')}
        label="公示依据"
        options={[
          { value: '', name: '不是公示名单' },
          ...postingGrounds.map((ground) => ({ value: ground, name: ground })),
          { value: 'other', name: '其他依据' },
        ]}
      />
      <TextField
        {...text('postingOther')}
        label="其他公示依据（选“其他依据”时填写）"
        hint="法律法规的名称和条款，公众会看到"
        maxlength={80}
      />
      <TextField
        {...text('postingUntil')}
        label="公示截止日期"
        hint="公示的最后一天，最长一年；次日自动撤下"
        type="date"
      />
    </details>
  );
};
