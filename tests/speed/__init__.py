"""What a question costs, and what an index costs, beside the other BM25 engines that Python has.

    pip install -e '.[bench]'
    python -m tests.speed [--sizes 2000,20000,200000,1000000] [--peers tantivy,fts5] [--out FOLDER] [--quick]
        [--texts FILE ...]

The passages are made by a model of which word follows which. It learns from the bundled history, and from
texts that you name: 200,000 words of an encyclopedia make the passages more like those of a real library.

What is measured, for each engine and size in a process of its own on one core:

* build: from the raw texts in a file to an index that answers, cutting into words and stemming included,
  since some engines cannot do without. Dates are apart: passages get theirs from the maker of the texts, and
  making our passages is not counted either.
* memory: the most that the process (with its helpers, where several cores build) held while building, and
  what it holds after all questions, resident, with Python.
  Ours is asked in a process that opened what was saved, as the bot is after a start.
* cold start: in a new process that has loaded the engine's module, from opening what is on disk (in the
  system's cache) to the first answer; an engine without a form on disk reads the texts and builds anew.
* top 10: the ten best passages by BM25 alone. The question is cut into words, stemmed and, where the engine
  lets us, parsed before the clock starts. The clock stops when the ten are there as values of Python or numpy
  (of tantivy: scores and places in its files, not yet our numbers). Ours is asked through
  `InvertedBM25.get_top_n`.
* whole answer, ours only: `bot.answers.answer`, from the question as typed to the date shown or the refusal.

All engines are asked the same questions in turns, some at a time, so that a slow minute of the machine hits
all alike: believe the ratios more than the milliseconds.
"""
