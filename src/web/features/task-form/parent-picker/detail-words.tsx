import { Fragment } from 'react';

/** A record's detail ("company · email"); each part keeps its own direction, so that a right-to-left one turns no other. */
export function DetailWords({ detail }: { detail: string }) {
  return detail.split(' · ').map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      {index > 0 && ' · '}
      <bdi>{part}</bdi>
    </Fragment>
  ));
}
