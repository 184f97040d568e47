import { files } from '@gongkai/platform/aws/ports/files.ts';
import { withTable } from '@gongkai/platform/aws/ports/table.ts';
import { logged, toStandardOutput } from '@gongkai/platform/log.ts';
import { createReportMetrics } from './report-metrics.ts';

const place = withTable();
export const handler = logged(
  'report-metrics',
  createReportMetrics({ ...place, ...files(place), stage: place.env.STAGE, write: toStandardOutput }),
);
