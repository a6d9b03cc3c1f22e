"""Finding at native speed: queries run over mapped arrays of postings, a few numpy calls for each part of a query.

Read `finding` first: it makes of a syntax tree a plan (`planning`, `plans`) for each segment, which tells its rows and
their scores. `postings` are the arrays, `words` finds words in them, `scoring` and `ranked` say what documents score,
`budget` what a search may cost. `bulk` makes the arrays of many documents at once (`tokenizing`), `gathering` of
postings that come one by one, `segment` and `kept` keep them in files. Nothing here knows Whoosh, but what is found and
how it is scored is the same that Whoosh finds, which the tests check.
"""
