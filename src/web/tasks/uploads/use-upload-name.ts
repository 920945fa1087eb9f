import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';

import { keptUpload, uploadToken, type MediaUpload } from '#contract/media';

import { request } from '../../api/client';

const kept = (token: string | null) =>
  queryOptions({
    queryKey: ['uploads', token] as const,
    queryFn: ({ signal }) => request(keptUpload, `/api/media/${token}`, { signal }),
    enabled: token !== null,
    staleTime: Infinity,
    retry: false,
  });

/**
 * The name of an uploaded file as it was given; its address holds plain letters alone. Those of the address until Outboard has
 * told, or when the file is no longer kept; undefined for any other address.
 */
export function useUploadName(url: string): string | undefined {
  const token = uploadToken(url);
  const { data } = useQuery(kept(token));
  return token === null ? undefined : (data?.name ?? url.split('/')[3]);
}

/** Keeps the name of a file that has just arrived, so that nobody has to ask for it. */
export function useKeepUploadName(): (arrived: MediaUpload) => void {
  const client = useQueryClient();
  return ({ url, name, size, type }) => {
    client.setQueryData(kept(uploadToken(url)).queryKey, { name, size, type });
  };
}
