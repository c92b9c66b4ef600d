"""A BERT encoder that also sees how words are written and what the rules found, with a tagger on top."""

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from documents import KINDS, RULES, SHAPES

POSITIONS = 512
SIDE = 16


class Layer(nn.Module):
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def attend(self, x, bias):
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():  # Written out: the exporter knows no fused attention.
            scores = q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5 + bias
            mixed = torch.softmax(scores, -1) @ v
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        return mixed.transpose(1, 2).reshape(batch, length, width)

    def forward(self, x, bias):
        x = self.norm1(x + self.drop(self.out(self.attend(x, bias))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Tagger(nn.Module):
    """For every token and kind: outside, begins, inside. Mentions of different kinds may nest."""

    def __init__(self, vocabulary, width, layers, heads, inner, dropout=0.1):
        super().__init__()
        self.config = dict(vocabulary=vocabulary, width=width, layers=layers, heads=heads, inner=inner)
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(POSITIONS, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.shape = nn.Embedding(SHAPES, width)
        self.rule = nn.Linear(RULES, width, bias=False)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.rule.weight)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.side = nn.Embedding(SHAPES, SIDE)
        self.head = nn.Linear(width + SIDE + RULES, KINDS * 3)
        self.drop = nn.Dropout(dropout)

    def forward(self, ids, shapes, mask, rules):
        """ids, shapes, mask [batch, length] int64, rules [batch, length, 17]; logits [batch, length, 8, 3], states [batch, length, width]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.word(ids) + self.position(places)[None])
        x = self.drop(x) + self.shape(shapes) + self.rule(rules)
        bias = ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        seen = torch.cat([self.drop(x), self.side(shapes), rules.to(x.dtype)], -1)
        return self.head(seen).view(*shapes.shape, KINDS, 3), x


def from_base(folder, kept, dropout=0.1):
    """The base model's weights, its vocabulary cut down to the pieces of these numbers."""
    config = json.loads((Path(folder) / 'config.json').read_text())
    weights = load_file(Path(folder) / 'model.safetensors')
    weights = {name.removeprefix('bert.'): value.float() for name, value in weights.items()}
    tagger = Tagger(
        len(kept), config['hidden_size'], config['num_hidden_layers'],
        config['num_attention_heads'], config['intermediate_size'], dropout,
    )
    with torch.no_grad():
        _copy(tagger, weights, kept)
    # Word vectors stay as they are: half of all weights, and the labelled texts have few of the words.
    tagger.word.weight.requires_grad_(False)
    return tagger


def _copy(tagger, weights, kept):
    tagger.word.weight.copy_(weights['embeddings.word_embeddings.weight'][kept])
    first_segment = weights['embeddings.token_type_embeddings.weight'][0]
    tagger.position.weight.copy_(weights['embeddings.position_embeddings.weight'] + first_segment)
    _put(tagger.norm, weights, 'embeddings.LayerNorm')
    for number, layer in enumerate(tagger.layers):
        of = f'encoder.layer.{number}'
        parts = [f'{of}.attention.self.{name}' for name in ('query', 'key', 'value')]
        layer.qkv.weight.copy_(torch.cat([weights[f'{part}.weight'] for part in parts]))
        layer.qkv.bias.copy_(torch.cat([weights[f'{part}.bias'] for part in parts]))
        _put(layer.out, weights, f'{of}.attention.output.dense')
        _put(layer.norm1, weights, f'{of}.attention.output.LayerNorm')
        _put(layer.up, weights, f'{of}.intermediate.dense')
        _put(layer.down, weights, f'{of}.output.dense')
        _put(layer.norm2, weights, f'{of}.output.LayerNorm')


def _put(module, weights, name):
    module.weight.copy_(weights[f'{name}.weight'])
    module.bias.copy_(weights[f'{name}.bias'])
