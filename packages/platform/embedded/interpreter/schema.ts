/** The part of Amazon States Language the interpreter executes. Anything else is refused when loaded. */
import * as z from 'zod';

const expression = z.string().regex(/^\{%[^]*%\}$/, 'not a JSONata expression {% … %}');
const template = z.json();
const whole = z.int().min(0);
/** Seconds: the service's largest. */
const seconds = z.union([whole.max(99_999_999), expression]);
const errorEquals = z.array(z.string()).min(1);

const common = {
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata').optional(),
  Output: template.optional(),
};
const assign = z
  .record(z.string().regex(/^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u, 'not a variable name'), template)
  .refine((variables) => !('states' in variables), '$states is reserved');
const passing = {
  ...common,
  Assign: assign.optional(),
  Next: z.string().optional(),
  End: z.literal(true).optional(),
};
const retriers = z.array(
  z.strictObject({
    ErrorEquals: errorEquals,
    IntervalSeconds: z.int().min(1).default(1),
    BackoffRate: z.number().min(1).default(2),
    MaxAttempts: whole.default(3),
    MaxDelaySeconds: z.int().min(1).optional(),
    /** Accepted and ignored: one machine does not stampede. */
    JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
    Comment: z.string().optional(),
  }),
);
const catchers = z.array(
  z.strictObject({
    ErrorEquals: errorEquals,
    Next: z.string(),
    Output: template.optional(),
    Assign: assign.optional(),
    Comment: z.string().optional(),
  }),
);
const failing = { ...passing, Retry: retriers.default([]), Catch: catchers.default([]) };

/** States are parsed one by one, so that a refusal can name the state. */
const scope = { StartAt: z.string(), States: z.record(z.string(), z.unknown()) };

export const stateSchema = z.discriminatedUnion('Type', [
  z.strictObject({ Type: z.literal('Pass'), ...passing }),
  z.strictObject({
    Type: z.literal('Task'),
    Resource: z.string().regex(/^arn:[\w-]+:states:::lambda:invoke(\.waitForTaskToken)?$/),
    Arguments: z.strictObject({ FunctionName: z.string(), Payload: template.optional() }),
    TimeoutSeconds: seconds.optional(),
    HeartbeatSeconds: seconds.optional(),
    ...failing,
  }),
  z.strictObject({
    Type: z.literal('Choice'),
    ...common,
    Assign: assign.optional(),
    Choices: z
      .array(
        z.strictObject({
          Condition: z.union([z.boolean(), expression]),
          Next: z.string(),
          Output: template.optional(),
          Assign: assign.optional(),
          Comment: z.string().optional(),
        }),
      )
      .min(1),
    Default: z.string().optional(),
  }),
  z
    .strictObject({
      Type: z.literal('Wait'),
      Seconds: seconds.optional(),
      Timestamp: z.union([z.iso.datetime({ offset: true }), expression]).optional(),
      ...passing,
    })
    .refine(
      (wait) => (wait.Seconds === undefined) !== (wait.Timestamp === undefined),
      'Seconds or Timestamp',
    ),
  z.strictObject({ Type: z.literal('Succeed'), ...common }),
  z.strictObject({
    Type: z.literal('Fail'),
    Comment: common.Comment,
    QueryLanguage: common.QueryLanguage,
    Error: z.string().optional(),
    Cause: z.string().optional(),
  }),
  z.strictObject({
    Type: z.literal('Parallel'),
    Arguments: template.optional(),
    Branches: z.array(z.strictObject({ ...scope, Comment: z.string().optional() })).min(1),
    ...failing,
  }),
  z.strictObject({
    Type: z.literal('Map'),
    Items: z.union([z.array(template), expression]).optional(),
    ItemSelector: template.optional(),
    MaxConcurrency: z.union([whole, expression]).optional(),
    ItemProcessor: z.strictObject({
      ...scope,
      ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE') }).optional(),
      Comment: z.string().optional(),
    }),
    ...failing,
  }),
]);

export const machineSchema = z.strictObject({
  ...scope,
  Comment: z.string().optional(),
  Version: z.literal('1.0').optional(),
  QueryLanguage: z.enum(['JSONata', 'JSONPath']).optional(),
  TimeoutSeconds: whole.min(1).optional(),
});

export type State = z.infer<typeof stateSchema>;
export type StateOf<T extends State['Type']> = Extract<State, { Type: T }>;
export type Scope = z.infer<z.ZodObject<typeof scope>>;
