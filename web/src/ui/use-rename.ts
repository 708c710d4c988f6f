import { type InfiniteData, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Page } from '#/api/types';
import { toastFailure, toastWithUndo } from '#/ui/toast';

interface Named {
  id: string;
  name: string;
}

interface Options {
  id: string;
  detail: QueryKey;
  list: QueryKey;
  send: (name: string) => Promise<unknown>;
}

/** Shows the new name at once, puts the old one back when the server refuses, and offers to undo. */
export function useRename({ id, detail, list, send }: Options): (name: string) => void {
  const queries = useQueryClient();

  const show = (name: string) => {
    queries.setQueryData<Named>(detail, (before) => before && { ...before, name });
    queries.setQueryData<InfiniteData<Page<Named>>>(
      list,
      (before) =>
        before && {
          ...before,
          pages: before.pages.map((page) => ({
            ...page,
            items: page.items.map((item) => (item.id === id ? { ...item, name } : item)),
          })),
        },
    );
  };

  const rename = useMutation({
    mutationFn: ({ name }: { name: string; isUndo: boolean }) => send(name),
    onMutate: async ({ name }) => {
      await Promise.all([queries.cancelQueries({ queryKey: detail }), queries.cancelQueries({ queryKey: list })]);
      const before = queries.getQueryData<Named>(detail)?.name;
      show(name);
      return before;
    },
    onError: (error, _, before) => {
      if (before !== undefined) show(before);
      toastFailure('The name was not changed', error);
    },
    onSuccess: (_, { name, isUndo }, before) => {
      if (!isUndo && before !== undefined) {
        toastWithUndo(`Renamed to “${name}”`, () => rename.mutate({ name: before, isUndo: true }));
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: list }),
  });

  return (name) => rename.mutate({ name, isUndo: false });
}
