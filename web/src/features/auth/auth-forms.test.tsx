import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { session } from '#/api/browser-session';
import { LoginForm } from '#/features/auth/LoginForm';
import { RegisterForm } from '#/features/auth/RegisterForm';
import { WhoAmI } from '#/features/auth/WhoAmI';
import { records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const TOKENS = { accessToken: 'new-token', tokenType: 'Bearer', expiresIn: 300 };

describe('logging in', () => {
  it('begins the session and asks for the refresh token as a cookie', async () => {
    const requests = records('post', '/auth/login', TOKENS);
    show(<LoginForm />);

    await userEvent.type(screen.getByLabelText('E-mail'), ' ada@example.com');
    await userEvent.type(screen.getByLabelText('Password'), 'a long secret{Enter}');

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({
      email: 'ada@example.com',
      password: 'a long secret',
      refreshTokenIn: 'cookie',
    });
    await expect.poll(() => session.token()).toBe('new-token');
  });

  it('does not tell which of the two was wrong', async () => {
    refuses('/auth/login', 401, { code: 'BAD_CREDENTIALS', detail: 'x' }, 'post');
    show(<LoginForm />);

    await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.com');
    await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}');

    expect(await screen.findByRole('alert')).toHaveTextContent('The e-mail or the password is not right.');
  });
});

describe('registering', () => {
  const fill = async () => {
    await userEvent.type(screen.getByLabelText('Organization'), 'Analytical Engines');
    await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.com');
    await userEvent.type(screen.getByLabelText('Password'), 'password1{Enter}');
  };

  it('leaves out the names that were not given', async () => {
    const requests = records('post', '/auth/register', TOKENS, 201);
    show(<RegisterForm />);

    await fill();

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({
      email: 'ada@example.com',
      password: 'password1',
      organizationName: 'Analytical Engines',
    });
  });

  it('shows what is wrong at the field it is wrong with', async () => {
    const errors = [{ field: 'password', message: 'Among the most common ones.' }];
    refuses('/auth/register', 422, { code: 'INVALID_INPUT', detail: 'No.', errors }, 'post');
    show(<RegisterForm />);

    await fill();

    expect(await screen.findByText('Among the most common ones.')).toBeVisible();
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(/Among the most common ones/);
  });

  it('tells who has an account already', async () => {
    refuses('/auth/register', 409, { code: 'EMAIL_TAKEN', detail: 'Taken.' }, 'post');
    show(<RegisterForm />);

    await fill();

    expect(await screen.findByText(/There is an account with this e-mail/)).toBeVisible();
  });
});

it('calls a person by name, else by e-mail', () => {
  const organization = { id: 'o', name: 'Acme', plan: 'trial' };
  const account = { id: 'a', email: 'ada@example.com' };
  show(<WhoAmI me={{ account, organization, role: 'owner', permissions: [], mfaEnabled: false }} />);

  expect(screen.getAllByText('ada@example.com')).toHaveLength(2);
  expect(screen.getByText('Owner')).toBeVisible();
});
