import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { WhoAmI } from '#/features/auth/WhoAmI';
import { me } from '#/testing/examples';
import { show } from '#/testing/show';

it('calls a person by name, else by e-mail', () => {
  show(<WhoAmI me={me()} />);

  expect(screen.getAllByText('ada@example.com')).toHaveLength(2);
  expect(screen.getByText('Owner')).toBeVisible();
});
