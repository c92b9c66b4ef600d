"""Windows of whole documents as tensors, with the pairs of mentions in them."""

import numpy as np
import torch

from documents import KINDS, RULES, windows

CORE = 170
# A short passage is unlike the news, and is soon learned.
GROUP_WEIGHTS = {'real': 1.5, 'press': 1.0, 'passage': 0.5}
# Shape of the pieces around a window.
SIGN = 7


def chunks(document, tokens):
    """Windows of a document that follow one another, as many as a batch has room for."""
    found = [[]]
    for window in windows(document, CORE):
        if found[-1] and sum(len(one.tokens) + 2 for one in found[-1]) + len(window.tokens) + 2 > tokens:
            found.append([])
        found[-1].append(window)
    return [chunk for chunk in found if chunk]


def batches(items, tokens, rng):
    """Lists of chunks. Short documents stand beside ones of about their length, which wastes least."""
    def width(chunk):
        return max(len(window.tokens) for window in chunk) + 2

    ordered = sorted(items, key=lambda chunk: (min(width(chunk), CORE - 30) + rng.random() * 30))
    found, rows, widest = [[]], 0, 0
    for chunk in ordered:
        widest = max(widest, width(chunk))
        if found[-1] and widest * (rows + len(chunk)) > tokens:
            found.append([])
            rows, widest = 0, width(chunk)
        found[-1].append(chunk)
        rows += len(chunk)
    rng.shuffle(found)
    return found


def tensors(batch, ends):
    """ids, shapes, mask, rules, tags, weights of windows. Opening and closing pieces stand around each."""
    opening, closing = ends
    length = max(len(window.tokens) for window in batch) + 2
    size = len(batch)
    ids = np.zeros((size, length), np.int64)
    shapes = np.zeros((size, length), np.int64)
    mask = np.zeros((size, length), np.int64)
    rules = np.zeros((size, length, RULES), np.float32)
    tags = np.zeros((size, length, KINDS), np.int64)
    weights = np.zeros((size, length, KINDS), np.float32)
    for row, window in enumerate(batch):
        document, tokens = window.document, window.tokens
        end = len(tokens) + 1
        ids[row, 0], ids[row, 1:end], ids[row, end] = opening, document.ids[tokens], closing
        shapes[row, 0], shapes[row, 1:end], shapes[row, end] = SIGN, document.shapes[tokens], SIGN
        mask[row, : end + 1] = 1
        rules[row, 1:end] = document.rules[tokens]
        own = tokens[window.start : window.end]
        place = slice(window.start + 1, window.end + 1)
        tags[row, place] = document.tags[own]
        weights[row, place] = document.weights[own] * GROUP_WEIGHTS[document.group]
    return [torch.from_numpy(each) for each in (ids, shapes, mask, rules, tags, weights)]


def pairs_of(batch, length):
    """Of chunks: where each token's state is among the windows' (-1: nowhere), rows, labels, weights."""
    sources, rows, labels, weights = [], [], [], []
    at, before = 0, 0
    for chunk in batch:
        document = chunk[0].document
        own = [window.tokens[window.start : window.end] for window in chunk]
        first, last = min(each.min() for each in own), max(each.max() for each in own) + 1
        source = np.full(last - first, -1, np.int64)
        for window, tokens in zip(chunk, own):
            source[tokens - first] = at * length + 1 + np.arange(window.start, window.end)
            at += 1
        inside = (document.rows[:, [0, 2]].min(1) >= first) & (document.rows[:, [1, 3]].max(1) < last)
        mine = document.rows[inside].copy()
        mine[:, 6:8] = mine[:, 6:8].clip(first, last)
        mine[:, :8] += before - first
        sources.append(source)
        rows.append(mine)
        labels.append(document.labels[inside])
        weights.append(document.label_weights[inside] * GROUP_WEIGHTS[document.group])
        before += last - first
    return [torch.from_numpy(np.concatenate(each)) for each in (sources, rows, labels, weights)]


def gathered(states, source):
    """States [tokens, width] of documents from those of windows; zeros for what is in no window."""
    flat = states.reshape(-1, states.shape[-1])
    return flat[source.clamp(min=0)] * (source >= 0)[:, None]
