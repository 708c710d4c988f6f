import { TextInput } from '@mantine/core';
import classes from './NameFields.module.css';

type NameField = 'firstName' | 'lastName';

interface Props {
  values: Record<NameField, string>;
  errors: Partial<Record<NameField, string>>;
  onChange: (field: NameField, value: string) => void;
  autoFocus?: boolean;
}

/** How somebody is called. */
export function NameFields({ values, errors, onChange, autoFocus = false }: Props) {
  const of = (field: NameField) => ({
    name: field,
    maxLength: 100,
    value: values[field],
    error: errors[field],
    onChange: (event: { currentTarget: { value: string } }) => onChange(field, event.currentTarget.value),
  });

  return (
    <div className={classes.names}>
      <TextInput label="First name" autoComplete="given-name" autoFocus={autoFocus} {...of('firstName')} />
      <TextInput label="Last name" autoComplete="family-name" {...of('lastName')} />
    </div>
  );
}
