"""Arrays in files that are mapped, not read: `container` keeps them, `lexicon` is a sorted list of words among them,
`similar` finds words like a given one. Nothing here knows what the words are for."""
