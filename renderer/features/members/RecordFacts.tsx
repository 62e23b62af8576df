import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useText } from '../../client';
import { Facts, useFormat } from '../../ui';
import { ageText } from './MemberSide';
import { useExtraFields } from './privacy/useFields';

type Fact = { label: string; value: ReactNode };

/** Facts by group; the few that are always asked for stay even when they are not known. */
export function RecordFacts({ member }: { member: OutputOf<'members.get'> }) {
  const t = useText();
  const groups = useFactGroups(member);
  const { note } = member.fields;
  return (
    <>
      {groups.map(({ title, items }) => (
        <section key={title} className="so-members-group" aria-label={title}>
          <h2>{title}</h2>
          <Facts items={items} />
        </section>
      ))}
      {note && (
        <section className="so-members-group" aria-label={t('members.field.note')}>
          <h2>{t('members.field.note')}</h2>
          <p className="so-members-note">{note}</p>
        </section>
      )}
    </>
  );
}

function useFactGroups(member: OutputOf<'members.get'>): { title: string; items: Fact[] }[] {
  const t = useText();
  const format = useFormat();
  const extra = useExtraFields();
  const { fields } = member;
  const known = (label: string, value: string | null | undefined): Fact[] =>
    value ? [{ label, value }] : [];
  const extraText = (value: string | number | undefined, kind: string) =>
    value === undefined
      ? null
      : typeof value === 'number'
        ? format.decimal(value, 3)
        : kind === 'date'
          ? format.date(value)
          : value;
  const own = extra.flatMap((field) => known(field.label, extraText(member.extra[field.id], field.kind)));
  return [
    {
      title: t('members.section.person'),
      items: [
        {
          label: t('members.field.birthDate'),
          value: [format.date(fields.birthDate), ageText(fields.birthDate, t)].filter(Boolean).join(' · '),
        },
        { label: t('members.field.gender'), value: fields.gender && t(`members.gender.${fields.gender}`) },
        ...known(t('members.field.hometown'), fields.hometown),
      ],
    },
    {
      title: t('members.section.union'),
      items: [
        { label: t('members.field.group'), value: member.group },
        { label: t('members.field.cardShort'), value: fields.cardNo },
        ...known(t('members.field.cardDate'), format.date(fields.cardDate)),
        ...known(
          t('members.field.cardStatus'),
          fields.cardStatus && t(`memberPrivacy.cardStatus.${fields.cardStatus}`),
        ),
        { label: t('members.field.unionJoinShort'), value: format.date(fields.unionJoinDate) },
        ...known(t('members.field.unionJoinPlace'), fields.unionJoinPlace),
        ...known(t('members.field.unionJoinDecision'), fields.unionJoinDecision),
        ...known(t('members.field.unionPosition'), member.unionPosts ?? fields.unionPosition),
      ],
    },
    {
      title: t('members.section.work'),
      items: [
        { label: t('members.field.department'), value: member.department },
        { label: t('members.field.jobTitleShort'), value: fields.jobTitle },
        ...known(t('members.field.position'), fields.position),
        ...known(t('members.field.hireDate'), format.date(fields.hireDate)),
        ...known(t('members.field.contractType'), fields.contractType),
        ...known(t('members.field.education'), fields.education),
        ...known(t('members.field.politicalTheory'), fields.politicalTheory),
      ],
    },
    {
      title: t('members.section.contact'),
      items: [
        { label: t('members.field.phone'), value: fields.phone },
        ...known(t('members.field.email'), fields.email),
        ...known(t('members.field.address'), fields.address),
      ],
    },
    ...(own.length > 0 ? [{ title: t('memberPrivacy.extra'), items: own }] : []),
  ];
}
