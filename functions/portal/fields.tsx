/** Form fields: label, hint, message and control, tied together for people who do not see them side by side. */
import type { Child } from 'hono/jsx';
import { textOf } from './body.ts';

/**
 * Label, hint, message and control of one field. The control gets its id and descriptions from {@link fieldIds}:
 * `<Field name="title" label="标题" error={…}><input {...fieldIds('title', {error})} /></Field>`.
 */
export const Field = ({
  name,
  label,
  hint,
  error,
  children,
}: {
  name: string;
  label: string;
  hint?: Child;
  error?: string | undefined;
  children: Child;
}) => (
  <div class={error === undefined ? 'field' : 'field wrong'}>
    <label for={`f-${name}`}>{label}</label>
    <Remarks name={name} hint={hint} error={error} />
    {children}
  </div>
);

/** `id`, `name` and the ARIA attributes that tie a control to its {@link Field}. */
export const fieldIds = (
  name: string,
  { hint, error }: { hint?: unknown; error?: string | undefined } = {},
) => ({
  id: `f-${name}`,
  name,
  'aria-invalid': error === undefined ? undefined : ('true' as const),
  'aria-describedby':
    [hint && `f-${name}-hint`, error !== undefined && `f-${name}-error`].filter(Boolean).join(' ') ||
    undefined,
});

/** What was typed into a form and what is wrong with it, by field: `<TextField {...text('title')} label="标题" />`. */
export const fieldsOf = (
  typed: Readonly<Record<string, unknown>>,
  errors: Readonly<Record<string, string | undefined>> = {},
) => ({
  text: (name: string) => ({ name, value: textOf(typed, name), error: errors[name] }),
  choice: (name: string) => ({ name, values: [typed[name] ?? []].flat().map(String), error: errors[name] }),
});

interface Typed {
  name: string;
  label: string;
  value?: string | undefined;
  hint?: Child;
  error?: string | undefined;
}

export const TextField = ({
  type = 'text',
  required,
  maxlength,
  autocomplete,
  inputmode,
  ...field
}: Typed & {
  type?: 'text' | 'email' | 'date' | 'number';
  required?: boolean;
  maxlength?: number;
  autocomplete?: string;
  inputmode?: 'numeric' | 'email';
}) => (
  <Field {...field}>
    <input
      {...fieldIds(field.name, field)}
      type={type}
      value={field.value ?? ''}
      required={required}
      maxlength={maxlength}
      autocomplete={autocomplete}
      inputmode={inputmode}
    />
  </Field>
);

export const TextArea = ({ rows = 6, required, ...field }: Typed & { rows?: number; required?: boolean }) => (
  <Field {...field}>
    <textarea {...fieldIds(field.name, field)} rows={rows} required={required}>
      {field.value ?? ''}
    </textarea>
  </Field>
);

export interface Option {
  value: string;
  name: string;
}

/** From a table of names by value. */
export const optionsOf = (names: Readonly<Record<string, string>>): Option[] =>
  Object.entries(names).map(([value, name]) => ({ value, name }));

export const SelectField = ({
  options,
  groups = [],
  required,
  ...field
}: Typed & {
  /** The first option is the empty one then. */
  required?: boolean;
  options: readonly Option[];
  groups?: readonly { name: string; options: readonly Option[] }[];
}) => {
  const item = (o: Option) => (
    <option value={o.value} selected={o.value === field.value}>
      {o.name}
    </option>
  );
  return (
    <Field {...field}>
      <select {...fieldIds(field.name, field)} required={required}>
        {options.map(item)}
        {groups.map((g) => (
          <optgroup label={g.name}>{g.options.map(item)}</optgroup>
        ))}
      </select>
    </Field>
  );
};

/** Radio buttons or checkboxes under one legend. `values` are the chosen ones. */
export const Choices = ({
  type,
  name,
  legend,
  options,
  values,
  hint,
  error,
  required,
}: {
  type: 'radio' | 'checkbox';
  name: string;
  legend: string;
  options: readonly (Option & { hint?: string | undefined })[];
  values: readonly string[];
  hint?: Child;
  error?: string | undefined;
  /** Not for what may be out of sight: a browser refuses the form and cannot say why. */
  required?: boolean;
}) => (
  <fieldset
    class={error === undefined ? 'field' : 'field wrong'}
    aria-describedby={fieldIds(name, { hint, error })['aria-describedby']}
  >
    <legend>{legend}</legend>
    <Remarks name={name} hint={hint} error={error} />
    {options.map((o, i) => (
      <label class="choice">
        <input
          type={type}
          name={name}
          value={o.value}
          checked={values.includes(o.value)}
          required={required}
          id={i === 0 ? `f-${name}` : undefined}
        />
        <span>
          {o.name}
          {o.hint && <span class="hint">{o.hint}</span>}
        </span>
      </label>
    ))}
  </fieldset>
);

/** What stands between a label and its control; {@link fieldIds} points at both. */
const Remarks = ({ name, hint, error }: { name: string; hint?: Child; error?: string | undefined }) => (
  <>
    {hint && (
      <p class="hint" id={`f-${name}-hint`}>
        {hint}
      </p>
    )}
    {error !== undefined && (
      <p class="error" id={`f-${name}-error`}>
        {error}
      </p>
    )}
  </>
);
