"""Feeds and exported blogs: which posts are documents, what they say, and when they were written."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate
from bot.sources.draft import Draft, FormatError
from bot.sources.formats import feed
from tests.sources.test_markdown import shown

WORDPRESS = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/4.4.2" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The club</title><pubDate>Mon, 12 Sep 2016 20:32:19 +0000</pubDate>
<item><title>A picture</title><wp:post_type>attachment</wp:post_type>
<excerpt:encoded><![CDATA[The old mill]]></excerpt:encoded></item>
<item><title>Not yet</title><wp:status>draft</wp:status><wp:post_type>post</wp:post_type>
<content:encoded><![CDATA[It sank.]]></content:encoded></item>
<item><title>Fire &amp; water</title><link>https://example.org/fire</link>
<pubDate>Wed, 22 Jul 2015 15:05:08 +0000</pubDate><dc:creator><![CDATA[Ann]]></dc:creator>
<wp:post_date>2015-07-22 15:05:08</wp:post_date><wp:status>publish</wp:status>
<content:encoded><![CDATA[The mill <b>burnt</b>.

[caption id="a"]<img src="a.jpg" />[/caption]It sank
in May.]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded></item>
<item><title>Empty</title><content:encoded><![CDATA[]]></content:encoded></item>
</channel></rss>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The club</title>
<entry><title>A boat</title><link href="https://example.org/boat"/><updated>2018-03-04T10:00:00Z</updated>
<author><name>Bo</name></author>
<content type="html">&lt;h2&gt;May&lt;/h2&gt;&lt;p&gt;It came.</content></entry>
</feed>
"""


def posts(text: str) -> list[Draft]:
    return list(feed.read(text.encode()))


def test_of_an_exported_blog_the_posts_are_read_that_were_published() -> None:
    (post,) = posts(WORDPRESS)

    assert [shown(part) for part in post.parts] == [
        ("p", 11, "The mill burnt."),
        ("p", 11, "It sank in May."),
    ]
    facts = post.facts
    assert (facts.title, facts.author, facts.publisher) == ("Fire & water", "Ann", "The club")
    assert (facts.url, facts.published) == ("https://example.org/fire", HistoricalDate.parse("2015-07-22"))


def test_an_atom_feed_is_read_likewise() -> None:
    (post,) = posts(ATOM)

    assert [shown(part) for part in post.parts] == [("h2", 2, "May"), ("p", 2, "It came.")]
    facts = post.facts
    assert (facts.title, facts.author, str(facts.published)) == ("A boat", "Bo", "2018-03-04")
    assert facts.url == "https://example.org/boat"


@pytest.mark.parametrize("text", ["<rss", "<rss></feed>", '<!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>', ""])
def test_what_is_no_sound_xml_or_declares_entities_is_refused(text: str) -> None:
    with pytest.raises(FormatError):
        posts(text)


def test_other_xml_is_no_feed() -> None:
    assert feed.is_likely(WORDPRESS.encode())
    assert not feed.is_likely(b"<?xml version='1.0'?><project><item>a</item></project>")
