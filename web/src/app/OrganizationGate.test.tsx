import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OrganizationGate } from '#/app/OrganizationGate';
import { me } from '#/testing/examples';
import { answers, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const gate = (
  <OrganizationGate>
    <p>Inside</p>
  </OrganizationGate>
);

describe('the doors of an organization', () => {
  it('are open to its members', async () => {
    answers('get', '/me', me());
    show(gate);

    expect(await screen.findByText('Inside')).toBeVisible();
  });

  it.each([
    ['ORGANIZATION_DISABLED', 'This organization is disabled'],
    ['ORGANIZATION_CLOSING', 'This organization is about to be deleted'],
  ])('are closed when it is so: %s', async (code, title) => {
    refuses('/me', 403, { code, detail: 'x' });
    show(gate);

    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(screen.queryByText('Inside')).toBeNull();
    expect(screen.getByRole('button', { name: 'Log out' })).toBeVisible();
  });
});
