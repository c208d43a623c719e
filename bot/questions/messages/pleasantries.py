"""Messages that ask nothing: greetings, thanks, farewells, "ok", "haha", an emoji, a bare question mark."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from bot.dates.languages import HAN
from bot.search.words.analysis import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Pleasantry(StrEnum):
    """What a message is that asks nothing; of several kinds in one the first here counts."""

    THANKS = "thanks"
    ABOUT_BOT = "about_bot"  # asks who the bot is, what it can do, or for help
    GREETING = "greeting"
    FAREWELL = "farewell"
    LAUGHTER = "laughter"
    ASSENT = "assent"  # or its contrary: "ok", "great", "no"
    QUESTION_MARK = "question_mark"
    SYMBOLS = "symbols"  # emoji, stickers written as text, punctuation


LONGEST = 200  # characters of one that has words
MOST_WORDS = 5  # of a phrase
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUESTION_MARKS = re.compile(r"[\s.!！…]*[?？][\s.!！?？…]*")
_LAUGHTER = re.compile(
    r"(?:b?w?a?(?:ha|he|hi|ho){2,}h? | (?:ja|je){2,}j? | (?:[аеи]?х[аеи]){2,}х? | ах[ахпз]+ | а?пх[аx]+"
    r" | [哈呵嘿嘻]{2,} | l[ou]+l+(?:ol)* | x+d+ | w{3,}) ",
    re.VERBOSE,
)
_PHRASES: Mapping[Pleasantry, str] = {
    Pleasantry.THANKS: """
        thanks; thank you; thank u; thank ya; thankyou; thx; tnx; thnx; ty; tysm; tyvm; tq; cheers
        much obliged
        much appreciated; appreciated; appreciate it; i appreciate it; many thanks; thanks a lot
        thanks a bunch
        thanks a million; gracias; muchas gracias; mil gracias; grazie; merci; gg
        спасибо; спасибки; спс; благодарю; благодарствую; спасиб; пасиб; пасибо; сенкс; от души
        danke; dankeschon; danke schon; danke sehr; vielen dank; besten dank; tausend dank
        herzlichen dank; merci
        谢谢; 多谢; 感谢; 谢了; 谢啦; 谢; 感恩; 辛苦了; 辛苦; 3q
    """,
    Pleasantry.ABOUT_BOT: """
        who are you; what are you; what can you do; what do you do; what is this bot; what is this bot for
        what does this bot do; how do you work; how does this work; how does this bot work; how do i use this
        how do i use you; how do i ask; how to use; how to use this; how to ask; are you a bot
        are you a robot
        are you human; are you a human; are you real; are you an ai; are you ai; who made you; who created you
        what is your name; what's your name; help; help me; commands
        кто ты; ты кто; кто вы; что ты такое; что ты умеешь; что умеешь; что ты можешь; ты бот; ты робот
        ты человек; как тебя зовут; как ты работаешь; как это работает; как пользоваться
        как тобой пользоваться
        кто тебя создал; кто тебя сделал; помощь; помоги; помогите; помоги мне; хелп; команды; справка
        wer bist du; was bist du; was kannst du; was machst du; was kannst du alles; was kann der bot
        wie funktioniert das; wie funktionierst du; hilfe; bist du ein bot; bist du ein mensch; wie heisst du
        wer hat dich gemacht; befehle
        quien eres; que eres; que puedes hacer; que haces; que sabes hacer; como funciona; como funcionas
        ayuda; ayudame; eres un bot; eres humano; como te llamas; quien te hizo; comandos
        你是谁; 你是什么; 你会什么; 你能做什么; 你能干什么; 你能干嘛; 你可以做什么; 你会做什么
        怎么用; 如何使用
        怎么使用; 怎么问; 使用方法; 帮助; 帮帮我; 你是机器人吗; 你是人吗; 你叫什么; 你叫什么名字; 你有什么功能
        有什么功能; 谁做的你; 菜单; 命令
    """,
    Pleasantry.GREETING: """
        hi; hii; hello; helo; hey; heya; hiya; yo; sup; howdy; greetings; gm; gn; ga; good morning; good day
        good afternoon; good evening; morning; evening; welcome; hi there; whats up; wassup; how are you
        how are you doing; how is it going; hows it going; how do you do; are you there; anybody here
        anyone here
        привет; приветик; приветствую; здравствуйте; здравствуй; здрасьте; здрасте; добрый день; доброе утро
        добрый вечер; доброго времени суток; доброго дня; хай; салют; ку; здарова; здорово; как дела; как ты
        hallo; hallochen; servus; moin; moin moin; gruss gott; gruezi; guten tag; guten morgen; guten abend
        wie gehts; wie geht es dir; wie geht es ihnen; na
        hola; buenas; buenos dias; buenas tardes; buenas noches; que tal; como estas; como esta
        你好; 您好; 大家好; 你们好; 嗨; 哈喽; 哈罗; 哈啰; 早; 早上好; 早安; 上午好; 中午好; 下午好; 晚上好
        午安; 在吗; 在不在; 你好吗; 嘿
    """,
    Pleasantry.FAREWELL: """
        bye; bye bye; byebye; goodbye; good bye; good night; night night; see you; see ya; see u; cu; cya
        ttyl
        see you later; see you soon; see you tomorrow; later; farewell; take care; have a nice day
        have a good day; have a good one; have a good night; have a nice evening; have a good weekend
        have a nice weekend
        пока; пока пока; до свидания; до встречи; до завтра; спокойной ночи; доброй ночи; всего доброго
        всего хорошего; бывай; хорошего дня; хорошего вечера
        tschuss; tschau; ciao; bis bald; bis spater; bis morgen; auf wiedersehen; gute nacht; schonen tag noch
        schonen abend noch; schones wochenende
        adios; chao; hasta luego; hasta manana; hasta pronto; nos vemos; que tengas un buen dia
        再见; 拜拜; 拜; 晚安; 回头见; 明天见; 回见; 88; 886
    """,
    Pleasantry.LAUGHTER: """
        lol; lmao; lmfao; rofl; haha; hehe; kek; xd; ha; лол; кек; ржу; ору; хах; 哈; 笑死; 笑死我了; jaja
        hihi; grins
    """,
    Pleasantry.ASSENT: """
        ok; okay; okey; okie; oki; okidoki; k; kk; okk; oke; sure; yes; yep; yeah; yup; ya; no; nope; nah
        fine
        great; cool; nice; nice one; good; good one; good job; well done; great job; nice job; great answer
        good answer; nice answer; good bot; bad bot; best bot; awesome; amazing; wow; whoa; wonderful
        excellent
        perfect; brilliant; super; superb; fantastic; impressive; interesting; very interesting; funny
        true; right
        correct; exactly; indeed; agreed; agree; i agree; i see; oh i see; got it; gotcha; understood; noted
        makes sense; makes sense to me; good to know; never mind; nevermind; nvm; no problem; np
        no worries; sorry; oops
        my bad; oh; ah; aha; hm; hmm; uh; really; seriously; omg; damn; pls; please; test; testing; legend
        love it
        i love it; love this; thats great; thats cool; thats nice; thats it; it works; works; same
        idk; i know; i do not know; i dont know; dont know; no idea; lfg; gg wp; bravo; congrats
        congratulations
        ок; окей; оки; ладно; хорошо; да; ага; угу; нет; неа; не; класс; классно; круто; супер; отлично
        здорово
        прикольно; интересно; понятно; понял; поняла; ясно; точно; верно; согласен; согласна; молодец; умница
        огонь; топ; вау; ого; ничего себе; прекрасно; замечательно; шикарно; извини; извините; жаль
        бывает; ну
        норм; нормально; пон; принято; не за что; пожалуйста; плиз; тест; хм; так
        gut; sehr gut; super; toll; klasse; prima; perfekt; genau; stimmt; ja; nein; jo; jawohl
        alles klar; klar
        verstanden; verstehe; ach so; achso; aha; interessant; schade; spitze; wunderbar; in ordnung
        passt; bitte
        bitte schon; gern geschehen; kein problem; entschuldigung
        vale; bueno; bien; muy bien; genial; perfecto; excelente; claro; entendido; si; de acuerdo; buenisimo
        interesante; que bueno; de nada; por favor; perdon; guay
        好; 好的; 好吧; 好啊; 好滴; 好哒; 嗯; 嗯嗯; 行; 可以; 不错; 很好; 真好; 太好了; 太棒了; 棒; 真棒; 厉害
        牛; 牛逼; 赞; 点赞; 明白; 明白了; 知道了; 懂了; 了解; 收到; 对; 对的; 是; 是的; 不是; 没错; 没事
        没关系
        有意思; 有趣; 原来如此; 这样啊; 哦; 噢; 喔; 啊; 额; 呃; 唉; 呵; 抱歉; 不好意思; 对不起; 不客气; 测试
        6; 66; 666; 6666; 1; 11; 111
    """,
}
_AROUND = """
    a all and again always any around as at back bot boss bro buddy but chat community dear dude everybody
    everyone
    folks for friend friends from gang group guys history in info information it just ladies gentlemen lot
    lots man
    mate mates me much my of oh people pal quick response reply answer answers help helping sharing your
    you u that
    sir so such sweet team the there this to today together too very well world yall here lovely beautiful
    kind nice
    great good answering
    а всем вам тебе большое огромное огромный за ответ помощь бот друзья ребята народ коллеги вам очень и это
    все всё
    тебя вас инфу информацию дорогой мой заранее еще там
    alle allen euch dir ihnen leute zusammen fur die antwort hilfe auch noch sehr dich sie lieber liebe und
    bot
    a todos todas amigos amigo por la respuesta ayuda mucho muchisimas tu bot muy y
    你 您 了 啦 呀 哦 啊 吧 呢 大家 各位 你们 的 机器人 小助手 帮助 回答 很 太 真 非常 大佬 兄弟 朋友
    朋友们 们
"""
_KIND_OF = {
    tuple(fold(word) for word in phrase.split()): kind
    for kind in reversed(Pleasantry)
    for row in _PHRASES.get(kind, "").splitlines()
    for phrase in row.split(";")
    if phrase.strip()
}
_FILLERS = frozenset(fold(word) for word in _AROUND.split())
_KNOWN_WORDS = frozenset(word for phrase in _KIND_OF for word in phrase) | _FILLERS
_LONGEST_HAN = max(len(word) for word in _KNOWN_WORDS if HAN.match(word))


def pleasantry(text: str) -> Pleasantry | None:
    """What kind of message that asks nothing a text is, None when there is anything else in it.

    >>> pleasantry("Great, thank you very much!"), pleasantry("thanks, and when did it close?")
    (<Pleasantry.THANKS: 'thanks'>, None)
    """
    if not _WORD.search(text):
        return _without_words(text)
    if len(text) > LONGEST:
        return None
    words: list[str] = []
    for word in _WORD.findall(text):
        parts = list(_parts(fold(word)))
        if any(part not in _KNOWN_WORDS and not _LAUGHTER.fullmatch(part) for part in parts):
            return None  # as of nearly all questions the first
        words.extend(parts)
    kinds = list(_kinds(words))
    if None in kinds:
        return None
    return min((kind for kind in kinds if kind), key=list(Pleasantry).index, default=None)


def _without_words(text: str) -> Pleasantry | None:
    if _QUESTION_MARKS.fullmatch(text):
        return Pleasantry.QUESTION_MARK
    return Pleasantry.SYMBOLS if text.strip() else None


def _kinds(words: list[str]) -> Iterator[Pleasantry | None]:
    """The kinds of the phrases that words make up, as long as they can be; None for what is in none."""
    place = 0
    while place < len(words):
        size = next((n for n in range(MOST_WORDS, 0, -1) if tuple(words[place : place + n]) in _KIND_OF), 0)
        if size:
            yield _KIND_OF[tuple(words[place : place + size])]
        elif _LAUGHTER.fullmatch(words[place]):
            yield Pleasantry.LAUGHTER
        elif words[place] not in _FILLERS:
            yield None
            return
        place += size or 1


def _parts(word: str) -> Iterator[str]:
    """A word without letters drawn out ("heyyy"); a run of Chinese in the longest phrases there are."""
    if not HAN.match(word):
        yield word if word in _KNOWN_WORDS else _shortened(word)
        return
    place = 0
    while place < len(word):
        sizes = range(_LONGEST_HAN, 1, -1)
        size = next((n for n in sizes if word[place : place + n] in _KNOWN_WORDS), 1)
        yield word[place : place + size]
        place += size


def _shortened(word: str) -> str:
    """A word with each letter that is repeated more than twice once, or twice where that is a word."""
    runs = [(letter, len(list(run))) for letter, run in groupby(word)]
    twice = "".join(letter * min(length, 2) for letter, length in runs)
    once = "".join(letter * (length if length < 3 else 1) for letter, length in runs)
    return twice if twice in _KNOWN_WORDS or once == word else once
