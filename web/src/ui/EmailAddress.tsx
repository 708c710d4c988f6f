import classes from './EmailAddress.module.css';

interface Props {
  children: string;
  className?: string | undefined;
}

/** In a narrow place it breaks before the @ rather than anywhere. */
export function EmailAddress({ children, className }: Props) {
  const at = children.lastIndexOf('@');
  return (
    <span className={className === undefined ? classes.address : `${classes.address} ${className}`}>
      {at < 0 ? (
        children
      ) : (
        <>
          {children.slice(0, at)}
          <wbr />
          {children.slice(at)}
        </>
      )}
    </span>
  );
}
