"""How well a tagger and its pair head do on documents that they have not seen."""

import numpy as np
import torch

from batches import CORE, tensors
from documents import KINDS, OUTSIDE, windows
from spans import count, f1, found_spans

# Context of a window when it is only read.
LEFT, RIGHT = 40, 24


def read(net, document, ends):
    """Log probabilities [tokens, 8, 3] and states [tokens, width] of a document."""
    scores = np.full((len(document.ids), KINDS, 3), -20.0, np.float32)
    scores[..., OUTSIDE] = 0
    states = np.zeros((len(document.ids), net.config['width']), np.float32)
    for window in windows(document, CORE, LEFT, RIGHT):
        ids, shapes, mask, rules, *_ = tensors([window], ends)
        with torch.no_grad():
            logits, seen = net(ids, shapes, mask, rules)
        own = window.tokens[window.start : window.end]
        place = slice(window.start + 1, window.end + 1)
        scores[own] = logits[0].log_softmax(-1).numpy()[place]
        states[own] = seen[0].numpy()[place]
    return scores, states


def average_precision(logits, labels):
    """Mean precision at each right pair, most certain first."""
    right = labels[np.argsort(-logits)]
    return float((np.cumsum(right) / np.arange(1, len(right) + 1))[right > 0].mean()) if right.any() else 0.0


def pair_logits(head, document, states):
    if len(document.rows) == 0:
        return np.zeros_like(document.labels)
    with torch.no_grad():
        return head(torch.from_numpy(states), torch.from_numpy(document.rows)).numpy()


def measure(net, head, documents, ends):
    net.eval()
    head.eval()
    for group in ('real', 'press'):
        mine = [document for document in documents if document.group == group]
        readings = [read(net, one, ends) for one in mine]
        spans = {one.id: found_spans(one, scores) for one, (scores, _) in zip(mine, readings)}
        counts = count(mine, spans)
        kinds = ' '.join(f'{f1(each):.3f}' for each in counts)
        print(f'{group}, {len(mine)} documents: F1 {f1(counts.sum(0)):.4f}; by kind {kinds}', flush=True)
        found = [(pair_logits(head, one, states), one) for one, (_, states) in zip(mine, readings)]
        for given in (False, True):
            sure = [(one.label_weights >= 0.5) & (one.given == given)[:, None] for _, one in found]
            logits = np.concatenate([each[which] for (each, _), which in zip(found, sure)])
            labels = np.concatenate([one.labels[which] for (_, one), which in zip(found, sure)])
            whose = 'labelled' if given else 'found'
            print(f'pairs of {whose} entities: average precision {average_precision(logits, labels):.4f}', flush=True)
