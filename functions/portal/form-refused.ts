import { InputRefused } from '@gongkai/domain/errors.ts';

/** `fields`: field name → Chinese message, shown beside the field. */
export class FormRefused extends InputRefused {
  readonly fields: Record<string, string>;
  constructor(fields: Record<string, string>) {
    super(`请检查以下内容：${Object.values(fields).join('；')}`);
    this.fields = fields;
  }
}
