"""What every database is asked alike for the list of articles.

Rule of this module: SQL that all of them understand; what they write in their own ways is filled in by each.
"""

COLUMNS = "a.id, a.title, a.language, a.origin, a.ingested, a.sentences"
"""Of a row of `articles AS a`, as `stored.lines_of` takes them."""

# A page may go back to an earlier version, which is then the newest again: an edition of its own comes behind others'.
NEWEST = """NOT EXISTS (
    SELECT 1 FROM editions AS mine JOIN editions AS later ON later.story = mine.story
    WHERE mine.article = a.id AND later.article <> a.id AND NOT EXISTS (
        SELECT 1 FROM editions AS own WHERE own.article = a.id AND own.story = mine.story
        AND (own.came, own.number) > (later.came, later.number)
    ) AND {there}
)"""
"""Whether no later version of an article is seen; `there` tells whether `later.article` is."""
