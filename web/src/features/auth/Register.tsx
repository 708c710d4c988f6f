import { Anchor } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import type { RegisterRequest } from '#/api/types';
import { AuthCard } from '#/features/auth/AuthCard';
import { authQueries, type Registered } from '#/features/auth/auth-queries';
import { LogIn } from '#/features/auth/LogIn';
import { RegisterForm } from '#/features/auth/RegisterForm';
import { RegistrationClosed } from '#/features/auth/RegistrationClosed';
import { useFragmentToken } from '#/features/auth/use-fragment-token';
import { VerifyEmail } from '#/features/auth/VerifyEmail';

/** A new account; then the proof that the address is one's own, or a log-in where that is all it takes. */
export function Register() {
  const { search } = useLocation();
  const [request, setRequest] = useState<RegisterRequest | null>(null);
  const [outcome, setOutcome] = useState<Registered | null>(null);
  const setupToken = useFragmentToken();
  const registration = useQuery(authQueries.registration());
  const register = useMutation({ ...authQueries.register(), onSuccess: setOutcome });
  const logIn = useMutation({ ...authQueries.logIn(), onError: () => setOutcome('log-in') });

  if (outcome === 'log-in') {
    return <LogIn notice="Log in to go on. If this e-mail had an account before, use the password you chose then." />;
  }
  if (outcome === 'verification' && request !== null) {
    const { email, password } = request;
    return (
      <VerifyEmail
        email={email}
        finishing={logIn.isPending}
        onVerified={() => logIn.mutate({ email, password })}
        onBack={() => setOutcome('log-in')}
      />
    );
  }
  if (registration.isPending) return null;
  // Where it can't be told who may register, the server says so at the end.
  const { mode, domains = [] } = registration.data ?? { mode: 'open' };
  if (mode === 'closed' && setupToken === null) return <RegistrationClosed />;
  return (
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
      <RegisterForm
        domains={mode === 'domains' ? domains : []}
        error={register.error}
        busy={register.isPending}
        onSubmit={(fields) => {
          const whole = setupToken === null ? fields : { ...fields, token: setupToken };
          setRequest(whole);
          register.mutate(whole);
        }}
      />
    </AuthCard>
  );
}
