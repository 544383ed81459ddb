/** The first thing Tab reaches: past the header to the page. */
export function SkipLink({ target, children }: { target: string; children: string }) {
  return (
    <a
      className="skip-link visually-hidden"
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
    >
      {children}
    </a>
  );
}
