import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * The token of a mailed link, “#token=…”. A fragment never reaches a server or a referrer; once read it leaves the address too, so that
 * nobody copies it from there.
 */
export function useFragmentToken(): string | null {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState(() => tokenIn(hash));

  useEffect(() => {
    const arrived = tokenIn(hash);
    if (arrived === null) return;
    setToken(arrived);
    navigate({ pathname, search }, { replace: true });
  }, [pathname, search, hash, navigate]);

  return token;
}

function tokenIn(hash: string): string | null {
  return new URLSearchParams(hash.slice(1)).get('token');
}
