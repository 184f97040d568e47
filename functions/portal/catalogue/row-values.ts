/** What the row form posts, read the way a row of the template is read: one set of rules for both. */
import { createPublisherReader, type NamedDepartment } from '@gongkai/catalogue/publisher-text.ts';
import { readRow } from '@gongkai/catalogue/read-row.ts';
import { channelsText } from '@gongkai/catalogue/to-cells.ts';
import { type Channel, channelIds, type ItemContent } from '@gongkai/domain/catalogue-item.ts';

export interface RowValues {
  first?: string;
  second?: string;
  content?: string;
  basis?: string;
  limit?: string;
  publishers?: string;
  channels?: string[];
  otherChannels?: string;
  everyone?: string[];
  groups?: string;
  method?: string[];
  level?: string[];
}

const list = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String));
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const valuesFrom = (body: Record<string, unknown>): RowValues => ({
  first: text(body['first']),
  second: text(body['second']),
  content: text(body['content']),
  basis: text(body['basis']),
  limit: text(body['limit']),
  publishers: text(body['publishers']),
  channels: list(body['channels']),
  otherChannels: text(body['otherChannels']),
  everyone: list(body['everyone']),
  groups: text(body['groups']),
  method: list(body['method']),
  level: list(body['level']),
});

export const valuesOf = (item: ItemContent): RowValues => ({
  first: item.first,
  second: item.second,
  content: item.content,
  basis: item.basis,
  limit: item.limit.text,
  publishers: item.publishers.map((p) => p.name).join('、'),
  channels: item.channels,
  otherChannels: item.otherChannels.join('、'),
  everyone: item.everyone ? ['yes'] : [],
  groups: item.groups,
  method: [...(item.proactive ? ['proactive'] : []), ...(item.onRequest ? ['onRequest'] : [])],
  level: [...(item.county ? ['county'] : []), ...(item.township ? ['township'] : [])],
});

/** Form fields for columns that the form asks in another way. */
const fieldOf: Record<string, string> = {
  proactive: 'method',
  onRequest: 'method',
  county: 'level',
  township: 'level',
};

export function contentFrom(
  values: RowValues,
  departments: readonly NamedDepartment[],
): { content?: ItemContent; errors: Record<string, string> } {
  const tick = (yes: boolean | undefined): string => (yes ? '√' : '');
  const others = (values.otherChannels ?? '').split(/[、，,；;]/).map((name) => name.trim());
  const { content, problems } = readRow(
    {
      first: values.first ?? '',
      second: values.second ?? '',
      content: values.content ?? '',
      basis: values.basis ?? '',
      limit: values.limit ?? '',
      publishers: values.publishers ?? '',
      channels: channelsText({
        channels: channelIds.filter((id): id is Channel => values.channels?.includes(id) ?? false),
        otherChannels: others.filter((name) => name !== ''),
      }),
      everyone: tick(values.everyone?.includes('yes')),
      groups: values.groups ?? '',
      proactive: tick(values.method?.includes('proactive')),
      onRequest: tick(values.method?.includes('onRequest')),
      county: tick(values.level?.includes('county')),
      township: tick(values.level?.includes('township')),
    },
    createPublisherReader(departments),
  );
  const errors: Record<string, string> = {};
  for (const { severity, at, message } of problems)
    if (severity === 'error') errors[fieldOf[at] ?? at] ??= message;
  return content ? { content, errors } : { errors };
}
