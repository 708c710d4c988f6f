import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { session } from '#/api/browser-session';
import { OrganizationList } from '#/features/organizations/OrganizationList';
import { OrganizationMenu } from '#/features/organizations/OrganizationMenu';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const ENGINES = { id: 'o1', name: 'Analytical Engines', role: 'owner', roleName: 'Owner', current: true };
const SOCIETY = { id: 'o2', name: 'Royal Society', role: 'analyst', roleName: 'Analyst', current: false };
const TOKENS = { accessToken: 'there', expiresIn: 300 };

describe('one’s organizations', () => {
  it('show their shape while they load', async () => {
    neverAnswers('/me/organizations');
    show(<OrganizationList onSwitched={() => undefined} />);

    expect(await screen.findByRole('status', { name: 'Loading organizations' })).toBeInTheDocument();
  });

  it('tell why they can’t be shown', async () => {
    refuses('/me/organizations', 503, { code: 'UNAVAILABLE', detail: 'Try again soon.' });
    show(<OrganizationList onSwitched={() => undefined} />);

    expect(await screen.findByRole('alert')).toHaveTextContent('Try again soon.');
  });

  it('are left for one another by new tokens', async () => {
    answers('get', '/me/organizations', { items: [ENGINES, SOCIETY] });
    const requests = records('post', '/me/organization', TOKENS);
    const onSwitched = vi.fn();
    show(<OrganizationList onSwitched={onSwitched} />);

    await userEvent.click(await screen.findByRole('button', { name: 'Switch to Royal Society' }));

    await expect.poll(() => onSwitched.mock.calls.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({ organizationId: 'o2' });
    expect(await session.token()).toBe('there');
  });

  it('are a menu only for who has several', async () => {
    answers('get', '/me/organizations', { items: [ENGINES] });
    show(<OrganizationMenu name="Analytical Engines" onSwitched={() => undefined} />);

    expect(await screen.findByText('Analytical Engines')).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('stay as they are when the switch is refused', async () => {
    answers('get', '/me/organizations', { items: [ENGINES, SOCIETY] });
    refuses('/me/organization', 404, { code: 'ORGANIZATION_NOT_FOUND', detail: 'You are no member of it.' }, 'post');
    show(<OrganizationMenu name="Analytical Engines" onSwitched={() => undefined} />);

    await userEvent.click(await screen.findByRole('button', { name: 'Organization: Analytical Engines' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Royal Society' }));

    expect(await screen.findByText('You are no member of it.')).toBeVisible();
    expect(await session.token()).toBe('a-token');
  });
});
