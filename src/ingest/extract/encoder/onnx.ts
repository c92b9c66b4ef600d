import type { InferenceSession } from 'onnxruntime-node';
import type { Native } from '../native-gate.ts';

type Runtime = typeof import('onnxruntime-node');
type Tensors = InferenceSession.OnnxValueMapType;

/** A model file, on one thread. The runtime is loaded by the first text, because most programs read none. */
export class OnnxModel {
  private readonly file: string;
  private readonly native: Native;
  private opened: Promise<{ runtime: Runtime; session: InferenceSession }> | null = null;

  constructor(file: string, native: Native) {
    this.file = file;
    this.native = native;
  }

  private open() {
    this.opened ??= import('onnxruntime-node').then(async (runtime) => ({
      runtime,
      session: await this.native(() =>
        runtime.InferenceSession.create(this.file, {
          executionProviders: ['cpu'],
          intraOpNumThreads: 1,
          interOpNumThreads: 1,
        }),
      ),
    }));
    return this.opened;
  }

  /** @param inputsOf builds the model's inputs by name */
  async run(inputsOf: (runtime: Runtime) => Tensors): Promise<Tensors> {
    const { runtime, session } = await this.open();
    const inputs = inputsOf(runtime);
    return this.native(() => session.run(inputs));
  }
}
