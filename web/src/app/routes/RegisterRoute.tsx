import { Anchor } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { SignedOutOnly } from '#/app/SignedOutOnly';
import { AuthCard } from '#/features/auth/AuthCard';
import { RegisterForm } from '#/features/auth/RegisterForm';

export function RegisterRoute() {
  const { search } = useLocation();
  return (
    <SignedOutOnly>
      <AuthCard
        title="Create your account"
        footer={
          <>
            Have an account?{' '}
            <Anchor component={Link} to={`/login${search}`}>
              Log in
            </Anchor>
          </>
        }
      >
        <RegisterForm />
      </AuthCard>
    </SignedOutOnly>
  );
}
