import type { IncomingMessage } from 'node:http';
import {
  type Attributes,
  type Context,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace as traces,
} from '@opentelemetry/api';
import type { Reader } from '../../db/read/reader.ts';

const tracer = traces.getTracer('entente');

/**
 * OpenTelemetry spans of one request. Parents are passed explicitly: following requests through
 * asynchronous calls would take a tenth of their time.
 */
export class Trace {
  private readonly span: Span;
  private readonly context: Context;

  constructor(span: Span, parent: Context) {
    this.span = span;
    this.context = traces.setSpan(parent, span);
  }

  start(name: string, attributes: Attributes = {}): Span {
    return tracer.startSpan(name, { attributes }, this.context);
  }

  /** @returns the result of the work; an error is recorded and thrown again */
  async within<T>(name: string, work: () => T | Promise<T>, attributes?: Attributes): Promise<T> {
    const span = this.start(name, attributes);
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
      throw error;
    } finally {
      span.end();
    }
  }

  /** Makes the statements of a reader spans, with their names, without texts and parameters. */
  reader(reader: Reader): Reader {
    return {
      run: (name, cypher, params, small) =>
        this.within(`neo4j ${name}`, () => reader.run(name, cypher, params, small), {
          'db.system.name': 'neo4j',
          'db.operation.name': name,
        }),
      close: () => reader.close(),
    };
  }

  end(status: number, attributes: Attributes): void {
    this.span.setAttributes({ 'http.response.status_code': status, ...attributes });
    if (status >= 500) this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.span.end();
  }
}

/**
 * Begins the span of a request, as a child of the span in `traceparent`.
 * @returns null where no SDK records spans, which costs a microsecond
 */
export function startTrace(req: IncomingMessage, requestId: string): Trace | null {
  const parent = propagation.extract(context.active(), req.headers);
  const span = tracer.startSpan(
    `${req.method} /graphql`,
    {
      kind: SpanKind.SERVER,
      attributes: {
        'http.request.method': req.method ?? '',
        'http.route': '/graphql',
        'entente.request_id': requestId,
      },
    },
    parent,
  );
  return span.isRecording() ? new Trace(span, parent) : null;
}
