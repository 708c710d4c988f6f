import { Anchor } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { ApiProblem } from '#/api/problem';
import type { MfaChallenge } from '#/api/types';
import { AuthCard } from '#/features/auth/AuthCard';
import { authQueries } from '#/features/auth/auth-queries';
import { type Credentials, LoginForm } from '#/features/auth/LoginForm';
import { SecondStep } from '#/features/auth/SecondStep';
import { VerifyEmail } from '#/features/auth/VerifyEmail';

type Step =
  | { kind: 'password'; notice?: string }
  | { kind: 'code'; challenge: MfaChallenge }
  | { kind: 'verify'; credentials: Credentials };

/** E-mail and password, then whatever else it takes; `notice` says why one is here. */
export function LogIn({ notice }: { notice?: string | undefined }) {
  const { search } = useLocation();
  const [step, setStep] = useState<Step>({ kind: 'password', ...(notice === undefined ? {} : { notice }) });
  const logIn = useMutation({
    ...authQueries.logIn(),
    onSuccess: (challenge) => challenge !== null && setStep({ kind: 'code', challenge }),
    onError: (error, credentials) => {
      if (isUnverified(error)) setStep({ kind: 'verify', credentials });
    },
  });
  const again = (reason?: string) => {
    logIn.reset();
    setStep({ kind: 'password', ...(reason === undefined ? {} : { notice: reason }) });
  };

  switch (step.kind) {
    case 'password':
      return (
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
          <LoginForm notice={step.notice} error={logIn.error} busy={logIn.isPending} onSubmit={logIn.mutate} />
        </AuthCard>
      );
    case 'code':
      return (
        <AuthCard title="Two-step verification">
          <SecondStep challenge={step.challenge} onExpired={again} onBack={() => again()} />
        </AuthCard>
      );
    case 'verify':
      return (
        <VerifyEmail
          email={step.credentials.email}
          finishing={logIn.isPending}
          onVerified={() => logIn.mutate(step.credentials)}
          onBack={() => again()}
        />
      );
  }
}

function isUnverified(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'EMAIL_NOT_VERIFIED';
}
