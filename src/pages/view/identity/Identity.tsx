import { identitiesAddress } from '../../address.ts';
import type { IdentityData } from '../../operations/identity.ts';
import { count } from '../../words.ts';
import { Chance, Reasons } from './Reasons.tsx';

type Member = NonNullable<IdentityData['entity']>['identity']['members'][number];

/** Most members that are listed; further ones are counted. */
const MEMBERS_SHOWN = 20;

function MemberOf({ member }: { member: Member }) {
  const { localId, name, likeName, score, reasons } = member;
  return (
    <li>
      <strong>{name}</strong> <code>{localId}</code>
      {score !== null && (
        <details>
          <summary>
            the same as {likeName ?? 'the others'}: <Chance score={score} />
          </summary>
          <Reasons reasons={reasons} />
        </details>
      )}
    </li>
  );
}

/** Names in documents that were merged into an entity, with their confidence, and open pairs. */
export function Identity({
  of: { entity, identityCandidates },
  id,
}: {
  of: IdentityData;
  id: string;
}) {
  if (!entity) return null;
  const { formerIds, identity } = entity;
  const { memberCount, members, score } = identity;
  const open = identityCandidates?.totalCount ?? 0;
  const shown = members.slice(0, MEMBERS_SHOWN);
  const others = formerIds.filter((former) => members.every(({ localId }) => localId !== former));
  return (
    <div className="identity">
      {memberCount > 1 && (
        <details>
          <summary>
            Put together of {count(memberCount, 'name')} from different documents
            {score === null ? (
              ', as people judged'
            ) : (
              <>
                ; the least sure is <Chance score={score} />
              </>
            )}
          </summary>
          <ul className="members">
            {shown.map((member) => (
              <MemberOf key={member.localId} member={member} />
            ))}
          </ul>
          {memberCount > shown.length && (
            <p className="quiet">{count(memberCount - shown.length, 'more name')} not shown.</p>
          )}
          {others.length > 0 && <p className="quiet">Also answers to {others.join(', ')}</p>}
        </details>
      )}
      {open > 0 && (
        <p>
          <span className="badge">Not settled</span>{' '}
          <a href={identitiesAddress({ of: id })}>
            {count(open, 'other')} may be the same: what speaks for and against it
          </a>
        </p>
      )}
    </div>
  );
}
