/**
 * Figures as a log line in CloudWatch's embedded metric format: no client, no call, nothing that can fail.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
import { metricNamespace } from '@gongkai/domain/operability.ts';

export interface MetricLine {
  at: Date;
  dimensions: Record<string, string>;
  values: Record<string, { value: number; unit: 'Count' | 'Seconds' }>;
}

export const metricLine = ({ at, dimensions, values }: MetricLine): string =>
  JSON.stringify({
    _aws: {
      Timestamp: at.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: metricNamespace,
          Dimensions: [Object.keys(dimensions)],
          Metrics: Object.entries(values).map(([Name, { unit }]) => ({ Name, Unit: unit })),
        },
      ],
    },
    ...dimensions,
    ...Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value])),
  });
