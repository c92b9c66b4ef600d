import { z } from 'zod';
import { ReadError } from '../../errors.ts';
import { ANSWER_SCHEMA, Answer, INSTRUCTIONS } from './answer.ts';

/** A model server with OpenAI's chat completions. */
export interface ServiceAddress {
  /** Up to and including the version: `http://127.0.0.1:8000/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
  readonly timeoutMs: number;
}

const Completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string() }))
    .min(1),
});

/** Longest answer, in bytes; more is no reading of an article. */
const ANSWER_MAX = 4_000_000;

const failed = (why: string) =>
  new ReadError(`was not read: the model service ${why}; mend it, or unset ENTENTE_MODEL_URL`);

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    bytes += read.value.length;
    if (bytes > ANSWER_MAX) {
      await reader?.cancel();
      throw failed(`answered with more than ${ANSWER_MAX} bytes`);
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function post({ url, model, key, timeoutMs }: ServiceAddress, text: string): Promise<string> {
  const messages = [
    { role: 'system', content: INSTRUCTIONS },
    { role: 'user', content: text },
  ];
  const format = { name: 'reading', strict: true, schema: ANSWER_SCHEMA };
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model,
        temperature: 0,
        messages,
        response_format: { type: 'json_schema', json_schema: format },
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw failed(`answered ${response.status}`);
    return await boundedText(response);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    const late = error instanceof Error && error.name === 'TimeoutError';
    throw failed(late ? `did not answer within ${timeoutMs} ms` : 'could not be reached');
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Asks the service about one text.
 * @throws {ReadError} when it cannot be reached, is too slow, or answers with something else
 */
export async function askService(service: ServiceAddress, text: string): Promise<Answer> {
  const completion = Completion.safeParse(parsed(await post(service, text)));
  if (!completion.success) throw failed('answered with no chat completion');
  const { message, finish_reason } = completion.data.choices[0]!;
  if (finish_reason === 'length') throw failed('stopped in the middle of its answer');
  const answer = Answer.safeParse(parsed(message.content));
  if (!answer.success) throw failed('answered with another structure than it was asked for');
  return answer.data;
}
