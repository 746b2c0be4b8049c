const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const near = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' });
const short = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** The day of an instant, as a heading of a timeline. */
export const dayOf = (iso: string): string => day.format(new Date(iso));

/** A calendar day (`YYYY-MM-DD`), which has no time zone. */
export const sayDay = (date: string): string => short.format(new Date(`${date}T00:00:00Z`));

/** The time of day; the full date in the title. */
export const Time = ({ at, className }: { at: string; className?: string }) => {
  const date = new Date(at);
  return (
    <time dateTime={at} title={full.format(date)} className={className}>
      {clock.format(date)}
    </time>
  );
};

/** As much of date and time as is needed to tell it from now; the rest in the title. Text that is no instant is shown as it is. */
export const Instant = ({ at }: { at: string }) => {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const now = new Date();
  const today = date.toDateString() === now.toDateString();
  const format = today ? clock : date.getFullYear() === now.getFullYear() ? near : full;
  return (
    <time dateTime={at} title={full.format(date)}>
      {format.format(date)}
    </time>
  );
};
