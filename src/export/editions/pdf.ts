/** What a browser writes into a PDF of the moment it made it. */

const DATE = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g;

/**
 * Gives a PDF the day of the edition instead of now, in place: the table of where its parts lie stays right.
 *
 * @param day an ISO day
 * @throws Error if the PDF does not say when it was made
 */
export function datedPdf(pdf: Uint8Array, day: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const stamp = `D:${day.replaceAll('-', '')}120000+00'00'`;
  let count = 0;
  const dated = text.replace(DATE, (_, name: string) => {
    count += 1;
    return `/${name} (${stamp})`;
  });
  if (count !== 2 || dated.length !== text.length) throw new Error('The PDF does not say when it was made.');
  return new Uint8Array(Buffer.from(dated, 'latin1'));
}
