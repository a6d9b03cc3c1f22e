"""Quotes in scripts that run, break and quote otherwise than English: what a page must set right by itself.

Our extraction reads English; what other readers find comes into the record the same way. All texts are invented.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus import Record, read_article
from corpus.model import AttributedSpeaker, Attribution, Cue, Mention, Quotation, Quote, Segment


@dataclass(frozen=True)
class Said:
    """An article of one quotation, with the words in it that are the quotation, its speaker and the cue."""

    lang: str
    title: str
    text: str
    words: str
    who: str
    role: str
    cue: str

    def keep(self, record: Record) -> Quote:
        """The quote of the article, resolved to its speaker."""
        article = read_article(
            self.text, url=f"https://{self.lang}.example/port", title=self.title, publisher=self.title, lang=self.lang,
            published="2024-05-06",
        )  # fmt: skip
        record.ingest(article, [self.quotation(article.text)], extractor_version="by hand")
        [quote] = record.quotes_of(article.id)
        return quote

    def quotation(self, text: str) -> Quotation:
        words, mention, cue = (text.index(part) for part in (self.words, self.who, self.cue))
        return Quotation(
            "direct",
            (Segment(self.words, words, words + len(self.words), 0, "direct"),),
            Cue(self.cue, cue, cue + len(self.cue)),
            Mention(self.who, mention, mention + len(self.who)),
            Attribution("resolved", "subject_of_cue"),
            (AttributedSpeaker(self.who, "person", mention_as_printed=self.who, role_as_printed=self.role),),
        )


SAID = (
    Said(
        "ar",
        "الميناء يفتح من جديد",
        "«لن نغلق الميناء قبل أن يعود آخر قارب إلى Elmsport (الرصيف 3)!»، قالت ليلى حداد، رئيسة البلدية.",
        "لن نغلق الميناء قبل أن يعود آخر قارب إلى Elmsport (الرصيف 3)!",
        "ليلى حداد",
        "رئيسة البلدية",
        "قالت",
    ),
    Said(
        "he",
        "הנמל נפתח מחדש",
        "„לא נסגור את הנמל לפני שהסירה האחרונה תחזור ל־Elmsport (רציף 3)!”, אמרה דנה לוין, ראש העיר.",
        "לא נסגור את הנמל לפני שהסירה האחרונה תחזור ל־Elmsport (רציף 3)!",
        "דנה לוין",
        "ראש העיר",
        "אמרה",
    ),
    Said(
        "uk",
        "Порт знову відкрито",
        "«Ми не закриємо порт, доки останній човен не повернеться», — сказала Олена Гай, міська голова.",
        "Ми не закриємо порт, доки останній човен не повернеться",
        "Олена Гай",
        "міська голова",
        "сказала",
    ),
    Said(
        "zh",
        "港口重新开放",
        "市长李明说：“在最后一艘船回到北码头之前，我们不会再次关闭港口，也不会让任何渔民独自面对这个漫长的冬天。”",
        "在最后一艘船回到北码头之前，我们不会再次关闭港口，也不会让任何渔民独自面对这个漫长的冬天。",
        "李明",
        "市长",
        "说",
    ),
    Said(
        "ja",
        "港が再開",
        "「最後の船が北の埠頭に戻るまで、私たちは二度と港を閉鎖しません」と山田花子市長は述べた。",
        "最後の船が北の埠頭に戻るまで、私たちは二度と港を閉鎖しません",
        "山田花子",
        "市長",
        "述べた",
    ),
    Said(
        "hi",
        "बंदरगाह फिर खुला",
        "“जब तक आखिरी नाव नहीं लौटती, हम बंदरगाह को बंद नहीं करेंगे,” महापौर सीमा वर्मा ने कहा।",
        "जब तक आखिरी नाव नहीं लौटती, हम बंदरगाह को बंद नहीं करेंगे,",
        "सीमा वर्मा",
        "महापौर",
        "कहा",
    ),
    Said(
        "de",
        "Das Hafenwiedereröffnungsfest",
        "„Die Binnenschifffahrtsgenehmigungsverfahrensbeschleunigungsverordnung und das Hafenmolenbeleuchtungs"
        "kostenübernahmegesetz kommen“, sagte Karin Holm, die Bürgermeisterin.",
        "Die Binnenschifffahrtsgenehmigungsverfahrensbeschleunigungsverordnung und das Hafenmolenbeleuchtungs"
        "kostenübernahmegesetz kommen",
        "Karin Holm",
        "die Bürgermeisterin",
        "sagte",
    ),
)
