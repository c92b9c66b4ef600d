"""A tagger and its pair head to go on from, read back from ONNX: to learn some new documents costs less than all."""

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from pairs import PairHead
from tagger import Tagger

# What the first tagger calls its parts.
EARLIER = {'ln': 'norm', 'ln1': 'norm1', 'ln2': 'norm2', 'fc1': 'up', 'fc2': 'down', 'pos': 'position'}
TABLES = {'word', 'position', 'shape', 'side'}
HEAD_WIDTH = 32


def _arrays(path):
    return {each.name: numpy_helper.to_array(each) for each in onnx.load(str(path)).graph.initializer}


def _floats(arrays, stem):
    scale, zero = arrays[f'{stem}_scale'], arrays[f'{stem}_zero_point']
    return (arrays[f'{stem}_quantized'].astype(np.float32) - zero.astype(np.float32)) * scale


def _name(name):
    return '.'.join(EARLIER.get(part, part) for part in name.removeprefix('enc.').split('.'))


def _matrices(arrays):
    """Weights of the linear layers in the order the network runs them; a row for each output."""
    stems = [name.removesuffix('_quantized') for name in arrays if name.startswith('onnx::MatMul') and name.endswith('_quantized')]
    ordered = sorted(stems, key=lambda stem: int(stem.split('_')[1]))
    return [torch.from_numpy(_floats(arrays, stem).T.copy()) for stem in ordered]


def from_onnx(path, dropout=0.1):
    """Weights of one byte as floats: what rounding took stays lost, and is learned again."""
    arrays = _arrays(path)
    state = {
        _name(name): torch.from_numpy(value.copy())
        for name, value in arrays.items()
        if name.endswith(('.weight', '.bias'))
    }
    for name in arrays:
        stem = name.removesuffix('_quantized')
        if name.endswith('_quantized') and _name(stem).split('.')[0] in TABLES:
            state[_name(stem)] = torch.from_numpy(_floats(arrays, stem))
    rule, *inner, head = _matrices(arrays)
    state['rule.weight'], state['head.weight'] = rule, head
    for number in range(len(inner) // 4):
        for part, weight in zip(('qkv', 'out', 'up', 'down'), inner[number * 4 :]):
            state[f'layers.{number}.{part}.weight'] = weight
    vocabulary, width = state['word.weight'].shape
    net = Tagger(vocabulary, width, len(inner) // 4, width // HEAD_WIDTH, inner[2].shape[0], dropout)
    net.load_state_dict(state)
    net.word.weight.requires_grad_(False)
    return net


def head_from_onnx(path):
    """The pair head beside a tagger."""
    arrays = _arrays(path)
    state = {name: torch.from_numpy(value.copy()) for name, value in arrays.items() if name.endswith('.bias')}
    for name in arrays:
        stem = name.removesuffix('_quantized')
        if stem == name:
            continue
        weights = torch.from_numpy(_floats(arrays, stem))
        # Matrices were turned for the runtime, tables were not.
        turned = stem.endswith('_Transposed')
        state[stem.removesuffix('_Transposed')] = weights.T.contiguous() if turned else weights
    head = PairHead(state['tokens.weight'].shape[1], state['out.weight'].shape[0])
    head.load_state_dict(state)
    return head
