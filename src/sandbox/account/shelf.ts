/** Adds rows of one kind and gives their ids back. */
export type Shelf<Input> = {
  add(input: Input): Promise<string>;
  addAll(inputs: Input[]): Promise<string[]>;
};

const ROWS_AT_ONCE = 1000;

/** What a builder takes: any of the fields, and the id where it matters. */
export type Given<Fields> = { [Name in keyof Fields]?: Fields[Name] | undefined } & {
  id?: string | undefined;
};

/** A shelf that turns each input into a row, under the input's own id or a new one, and inserts many rows at a time. */
export function makeShelf<Input extends { id?: string | undefined }, Row>(
  newId: () => string,
  rowOf: (input: Input) => Row,
  insert: (rows: (Row & { id: string })[]) => { execute(): Promise<unknown> },
): Shelf<Input> {
  const addAll = async (inputs: Input[]) => {
    const rows = inputs.map((input) => ({ ...rowOf(input), id: input.id ?? newId() }));
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await insert(rows.slice(start, start + ROWS_AT_ONCE)).execute();
    }
    return rows.map(({ id }) => id);
  };
  return { addAll, add: async (input) => (await addAll([input])).join('') };
}
