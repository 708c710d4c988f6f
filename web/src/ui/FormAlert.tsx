import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { ApiProblem, refusalOf } from '#/api/problem';
import classes from './FormAlert.module.css';

/** Why a form was refused. Errors about fields that the form shows itself are named in `shown`. */
export function FormAlert({ error, shown = [] }: { error: unknown; shown?: readonly string[] }) {
  const fieldErrors = error instanceof ApiProblem ? error.fieldErrors : [];
  const others = fieldErrors.filter((each) => !shown.includes(each.field));
  if (fieldErrors.length > 0 && others.length === 0) return null;

  return (
    <Alert
      className={classes.alert ?? ''}
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertCircle size={18} aria-hidden />}
      p="sm"
    >
      {refusalOf(error).detail}
      {others.length > 0 && (
        <ul className={classes.list}>
          {others.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field}: {message}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
