import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { PolicyPage } from '#/features/settings/organization/PolicyPage';
import { me } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const POLICY = { mfaRequired: false, idleTimeoutMinutes: 60 };

describe('the security policy', () => {
  it('shows its shape while it loads', async () => {
    neverAnswers('/organization/security');
    show(<PolicyPage me={me()} />);

    expect(await screen.findByRole('status', { name: 'Loading the security policy' })).toBeInTheDocument();
  });

  it('says which permission it takes', async () => {
    refuses('/organization/security', 403, { code: 'PERMISSION_DENIED', permission: 'manage_security_settings' });
    show(<PolicyPage me={me()} />);

    expect(await screen.findByRole('alert')).toHaveTextContent('manage_security_settings');
  });

  it('says what a change does before it is saved, and sends only what changed', async () => {
    answers('get', '/organization/security', POLICY);
    const requests = records('patch', '/organization/security', { mfaRequired: true, maxSessionHours: 24 });
    show(<PolicyPage me={me()} />);
    expect(await screen.findByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');

    await userEvent.click(screen.getByRole('switch', { name: 'Every member must use it' }));
    await userEvent.selectOptions(screen.getByLabelText(/when idle/), 'No limit');
    await userEvent.selectOptions(screen.getByLabelText(/new log-in/), '24 hours');

    expect(screen.getByText(/can do nothing else until they have set it up/)).toBeVisible();
    expect(screen.getByText(/You have not set it up yourself/)).toBeVisible();
    expect(screen.getByText(/older than 24 hours end at once/)).toBeVisible();
    expect(requests).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('The security policy is saved')).toBeVisible();
    expect(await requests[0]?.json()).toEqual({ mfaRequired: true, idleTimeoutMinutes: null, maxSessionHours: 24 });
  });

  it('tells of the plan that leaves it out', async () => {
    answers('get', '/organization/security', POLICY);
    refuses('/organization/security', 402, { code: 'PLAN_FEATURE_MISSING', feature: 'mfa', detail: 'x' }, 'patch');
    show(<PolicyPage me={me()} />);

    await userEvent.click(await screen.findByRole('switch', { name: 'Every member must use it' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText(/is not part of the professional plan/)).toBeVisible();
  });
});
