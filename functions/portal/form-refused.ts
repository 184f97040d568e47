import { InputRefused } from '@gongkai/domain/errors.ts';

/** `fields`: field name → Chinese message, shown beside the field. */
export class FormRefused extends InputRefused {
  readonly fields: Record<string, string>;
  constructor(fields: Record<string, string>) {
    const messages = Object.values(fields).map((message) => message.replace(/。$/, ''));
    super(`请检查以下内容：${messages.join('；')}。`);
    this.fields = fields;
  }
}
