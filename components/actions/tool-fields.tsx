'use client';
import type { ComponentProps, ReactNode } from 'react';
import { Field, Input, Select } from '@/components/ui/field';
import type { FieldValues } from '@/lib/client/action-form';
import type { ToolField } from '@/lib/contracts/actions';

type ControlIds = Parameters<ComponentProps<typeof Field>['children']>[0];

interface ControlProps {
  field: ToolField;
  value: string;
  ids: ControlIds;
  onChange: (value: string) => void;
}

const LONGEST = 500;

const Typed = ({
  field,
  value,
  ids,
  onChange,
  ...input
}: ControlProps & Pick<ComponentProps<'input'>, 'type' | 'inputMode' | 'placeholder'>) => (
  <Input
    {...ids}
    {...input}
    className="h-8"
    required={field.required}
    maxLength={LONGEST}
    autoComplete="off"
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);

const Amount = (props: ControlProps) => (
  <span className="flex items-center gap-2">
    <Typed {...props} inputMode="decimal" placeholder="0.00" />
    <span className="text-muted text-xs">USD</span>
  </span>
);

const Choice = ({ field, value, ids, onChange }: ControlProps) => (
  <Select
    {...ids}
    required={field.required}
    value={value}
    options={[{ value: '', label: field.required ? 'Choose…' : 'Not set' }, ...field.options]}
    onChange={onChange}
  />
);

const CONTROLS: Record<Exclude<ToolField['kind'], 'yes-no'>, (props: ControlProps) => ReactNode> = {
  text: (props) => <Typed {...props} />,
  amount: (props) => <Amount {...props} />,
  whole: (props) => <Typed {...props} inputMode="numeric" />,
  date: (props) => <Typed {...props} type="date" />,
  choice: (props) => <Choice {...props} />,
};

interface ToolFieldsProps {
  fields: readonly ToolField[];
  values: FieldValues;
  /** What is wrong, by the name of the field. */
  problems: Readonly<Record<string, string>>;
  onChange: (values: FieldValues) => void;
}

const YesNo = ({ field, values, problems, onChange }: ToolFieldsProps & { field: ToolField }) => (
  <div className="col-span-2 flex flex-col gap-1">
    <label className="flex items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={values[field.name] === true}
        onChange={(event) => onChange({ ...values, [field.name]: event.target.checked })}
      />
      {field.title}
    </label>
    {problems[field.name] === undefined ? null : (
      <p className="text-danger text-xs">{problems[field.name]}</p>
    )}
  </div>
);

/** Short controls share a line. */
const SHORT: ReadonlySet<ToolField['kind']> = new Set(['amount', 'whole', 'date']);

/** The parameters of a tool as a form. */
export const ToolFields = (props: ToolFieldsProps) => {
  const { fields, values, problems, onChange } = props;
  if (fields.length === 0) return null;
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2">
      {fields.map((field) =>
        field.kind === 'yes-no' ? (
          <YesNo key={field.name} {...props} field={field} />
        ) : (
          <div key={field.name} className={SHORT.has(field.kind) ? undefined : 'col-span-2'}>
            <Field
              label={field.required ? field.title : `${field.title} (optional)`}
              error={problems[field.name]}
            >
              {(ids) =>
                CONTROLS[field.kind as Exclude<ToolField['kind'], 'yes-no'>]({
                  field,
                  ids,
                  value: String(values[field.name] ?? ''),
                  onChange: (value) => onChange({ ...values, [field.name]: value }),
                })
              }
            </Field>
          </div>
        ),
      )}
    </div>
  );
};
