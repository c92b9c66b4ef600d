"""Fine-tunes the tagger on labelled documents. All layers learn; see README.md for the commands."""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from base import kept_pieces
from documents import KINDS, OUTSIDE, RULES, read_documents, windows
from spans import count, f1, found_spans
from start import from_onnx
from tagger import from_base

CORE, LEFT, RIGHT = 170, 40, 24
# A short passage is unlike the news, and is soon learned.
GROUP_WEIGHTS = {'real': 1.5, 'press': 1.0, 'passage': 0.5}
PASSAGE_EPOCHS = 2
SIGN = 7


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--examples', required=True, help='JSON Lines of npm run train:examples')
    parser.add_argument('--base', required=True, help='folder of the base model')
    parser.add_argument('--vocabulary', required=True, help='word pieces to keep, one a line')
    parser.add_argument('--without', type=int, help='leave out, and measure, this fold of the documents')
    parser.add_argument('--epochs', type=int, default=5)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--rate', type=float, default=3e-4)
    parser.add_argument('--head-rate', type=float, default=2e-3)
    parser.add_argument('--batch', type=int, default=1500, help='tokens in a batch, padding included')
    parser.add_argument('--blind', type=float, default=0.4, help='share of windows that do not see the rules')
    parser.add_argument('--forgetful', type=float, default=0.1, help='share of tokens whose rules are left out')
    parser.add_argument('--start', type=Path, help='go on from this tagger, an ONNX file of export.py')
    parser.add_argument('--only', type=Path, help='learn from the documents of this list of ids alone, one a line')
    parser.add_argument('--out', required=True)
    return parser.parse_args()


def batches(items, tokens, rng):
    """Windows of about one length together."""
    ordered = sorted(items, key=lambda one: len(one.tokens) + rng.random() * 30)
    found, widest = [[]], 0
    for window in ordered:
        widest = max(widest, len(window.tokens) + 2)
        if found[-1] and widest * (len(found[-1]) + 1) > tokens:
            found.append([])
            widest = len(window.tokens) + 2
        found[-1].append(window)
    rng.shuffle(found)
    return found


def tensors(batch, ends):
    """ids, shapes, mask, rules, tags, weights of a batch. Opening and closing pieces stand around a window."""
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


def forget(rules, args):
    """The tagger must not lean on the rules alone: some windows do without, and some tokens."""
    tokens = torch.rand(rules.shape[0], rules.shape[1], 1) >= args.forgetful
    blind = torch.rand(rules.shape[0], 1, 1) < args.blind
    return rules * tokens * ~blind


def optimiser(net, args):
    groups = {}
    for name, parameter in net.named_parameters():
        if not parameter.requires_grad:
            continue
        new = name.startswith(('head', 'side', 'shape', 'rule'))
        decays = parameter.ndim > 1
        groups.setdefault((new, decays), []).append(parameter)
    return torch.optim.AdamW(
        dict(params=each, base=args.head_rate if new else args.rate, lr=0.0, weight_decay=0.01 if decays else 0.0)
        for (new, decays), each in groups.items()
    )


def schedule(step, total):
    """Warms up for a twelfth, then falls to a fiftieth."""
    warm = max(1, total // 12)
    return (step + 1) / warm if step < warm else max(0.02, (total - step) / (total - warm))


def loss_of(net, inputs):
    ids, shapes, mask, rules, tags, weights = inputs
    with torch.autocast('cpu', torch.bfloat16):
        logits = net(ids, shapes, mask, rules)
    loss = F.cross_entropy(logits.float().reshape(-1, 3), tags.reshape(-1), reduction='none').view_as(weights)
    return (loss * weights).sum() / weights[..., 0].gt(0).sum()


def train(net, documents, ends, args):
    rng = random.Random(args.seed)
    plan = []
    for epoch in range(args.epochs):
        items = [
            window
            for document in documents
            if epoch < PASSAGE_EPOCHS or document.group != 'passage'
            for window in windows(document, CORE)
        ]
        plan += batches(items, args.batch, rng)
    steps = optimiser(net, args)
    net.train()
    smooth, started = None, time.process_time()
    for step, batch in enumerate(plan):
        inputs = tensors(batch, ends)
        inputs[3] = forget(inputs[3], args)
        for group in steps.param_groups:
            group['lr'] = group['base'] * schedule(step, len(plan))
        loss = loss_of(net, inputs)
        steps.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        steps.step()
        smooth = loss.item() if smooth is None else 0.98 * smooth + 0.02 * loss.item()
        if step % 25 == 24:
            spent = time.process_time() - started
            print(f'step {step + 1} of {len(plan)}, loss {smooth:.4f}, {spent:.0f} s of CPU', flush=True)


def scores_of(net, document, ends):
    """Log probabilities [tokens, 8, 3]."""
    scores = np.full((len(document.ids), KINDS, 3), -20.0, np.float32)
    scores[..., OUTSIDE] = 0
    for window in windows(document, CORE, LEFT, RIGHT):
        ids, shapes, mask, rules, *_ = tensors([window], ends)
        with torch.no_grad():
            logits = net(ids, shapes, mask, rules)[0].log_softmax(-1).numpy()
        own = window.tokens[window.start : window.end]
        scores[own] = logits[window.start + 1 : window.end + 1]
    return scores


def measure(net, documents, ends):
    net.eval()
    for group in ('real', 'press'):
        mine = [document for document in documents if document.group == group]
        counts = count(mine, {one.id: found_spans(one, scores_of(net, one, ends)) for one in mine})
        kinds = ' '.join(f'{f1(each):.3f}' for each in counts)
        print(f'{group}, {len(mine)} documents: F1 {f1(counts.sum(0)):.4f}; by kind {kinds}', flush=True)


def is_seen(document, args):
    if args.only is not None and document.id not in args.only.read_text().split():
        return False
    return document.fold != args.without


def save(net, documents, seen, args):
    """With the settings, and the documents that neither this run nor the tagger it began with has seen."""
    ids = {one.id for one in seen}
    unseen = {one.id for one in documents} - ids
    if args.start is not None:
        unseen &= set(json.loads(args.start.with_suffix('.json').read_text())['unseen'])
    made = {name: value for name, value in vars(args).items() if isinstance(value, (int, float))}
    torch.save(
        dict(config=net.config, state=net.state_dict(), made=made, seen=len(ids), unseen=sorted(unseen)), args.out
    )


def main():
    args = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    pieces, kept = kept_pieces(args.base, args.vocabulary)
    ends = pieces.index('[CLS]'), pieces.index('[SEP]')
    documents = read_documents(args.examples)
    net = from_base(args.base, kept) if args.start is None else from_onnx(args.start)
    seen = [one for one in documents if is_seen(one, args)]
    print(f'{len(seen)} of {len(documents)} documents', flush=True)
    train(net, seen, ends, args)
    save(net, documents, seen, args)
    if args.without is not None:
        measure(net, [one for one in documents if one.fold == args.without], ends)


if __name__ == '__main__':
    main()
