import { Link } from 'react-router';
import { useReferred } from '../api/records';
import type { KindName } from '../../generated/kinds';
import { kinds } from '../kinds/kinds';

/** The name of the record that an id refers to, as a link where the user can read it. */
export function Reference({ kind, id, plain }: { kind: KindName; id: string; plain?: boolean }) {
  const { data, isFetching } = useReferred(kind, id);
  if (data) {
    const title = kinds[kind].title(data);
    return plain ? <>{title}</> : <Link to={`/${kind}/${id}`}>{title}</Link>;
  }
  return (
    <span className="muted" title={id}>
      {isFetching ? '…' : id.slice(-8)}
    </span>
  );
}
