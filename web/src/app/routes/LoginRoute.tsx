import { Anchor } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { SignedOutOnly } from '#/app/SignedOutOnly';
import { AuthCard } from '#/features/auth/AuthCard';
import { LoginForm } from '#/features/auth/LoginForm';

export function LoginRoute() {
  const { search } = useLocation();
  return (
    <SignedOutOnly>
      <AuthCard
        title="Log in"
        footer={
          <>
            New here?{' '}
            <Anchor component={Link} to={`/register${search}`}>
              Create an account
            </Anchor>
          </>
        }
      >
        <LoginForm />
      </AuthCard>
    </SignedOutOnly>
  );
}
