import { StartPage as Operation } from '../operations/start.ts';
import { StartPage } from '../view/StartPage.tsx';
import type { PageRequest, Shown } from './page.ts';
import { failed } from './sorry.tsx';

/** `/`: the start page. */
export async function startRoute({ ask }: PageRequest): Promise<Shown> {
  const { data, errors } = await ask(Operation, {});
  if (!data) return failed('/', errors);
  return {
    status: 200,
    page: 'start',
    head: {
      title: 'Entente',
      description:
        'Who met whom, who signed what, which arms sale was approved, and which sentence of which document says so.',
      canonical: '/',
    },
    body: <StartPage data={data} />,
  };
}
