"""Words that say nothing of what a text is about."""

from __future__ import annotations

from bot.sentences import words_of

# Grammar words; as folded words, not stems.
ENGLISH = words_of(
    """
    a about above after again against all also am an and any are aren't as at be became because been
    before being below between both but by can cannot could d did do does doing done down during each
    either else ever every few for from further get gets got had has have having he her here hers
    herself him himself his how i if in into is it its itself just let like ll m many may me might more
    most much must my myself no nor not now of off on once only onto or other our ours ourselves out
    over own per please re s same shall she should so some such t than that the their theirs them
    themselves then there these they this those through to too under until up upon us ve very was we
    were what when where which while who whom whose why will with within without would yes you your
    yours yourself dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt hasnt
    havent hadnt im youre theyre thats whats wheres whos ok okay may
    """
)
# Words of asking: what is wanted, not what it is about.
ASKING = words_of(
    """
    what when where which who whom whose why how many much long often year date day month time name
    named called call tell say said know happen happened happens happening occur occurred find people
    person place kind type exactly actually ago nowadays amount anything something anyone someone
    thing things stuff ppl peeps guys folks somebody anybody smth sth abt bout gonna gotta wanna cuz coz cos
    wat wut wen whens hows thru tho since
    произошло случилось год году года месяце месяц дата числа день куда откуда отчего
    потом затем тогда
    """
)
RUSSIAN = words_of(
    """
    а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до
    его ее если есть еще же за здесь и из или им их к как какая какие какое какой каком каким какого кем
    ко когда кому кого которая которого которое которой котором которые который которых кто ли либо
    между меня мне может мы на над надо наш не него нее нет ни них но ну о об однако он она они оно от
    очень по под после потому почему зачем при про раз с сам свою себя сейчас со сколько так также такой там
    скольких
    те тем то того тоже той только том ты у уже хотя чего чей чем через что чтобы чье чья чьи чьих
    чьей эта эти это этого этой этом этот эту я нас нам нами наша наши нашу наше нашего нашей нашем наших
    свой своя свое
    свои своего своей своем своих своими ему ей ими него нему ней нем мой моя моего тебя тебе вами ваш ваша
    ваши самом самого сама сами самый самая самое впервые вообще именно тогда раз
    """
)
CHINESE = words_of(
    """
    的 了 是 在 和 与 與 及 之 也 都 就 而 被 把 对 對 于 於 以 为 為 上 下 中 有 吗 嗎 呢 吧 啊 谁
    誰 哪 几 幾 何 么 麼 什 甚 怎 樣 样 请 請 问 問 個 个 到 从 從 由 這 这 那 其 不 没 沒 去 来 來 过 過
    得 着 著 会 會 能 要 想 给 給 让 讓 还 還 又 再 很 他 她 它 我 你 们 們
    """
)
# Chinese phrases of asking, taken out of a question before its characters are paired.
CHINESE_ASKING = words_of(
    """
    从什么时候开始 從什麼時候開始 从什么时候起 從什麼時候起 从哪年开始 從哪年開始 从哪年起 從哪年起
    从哪一年开始 從哪一年開始 从何时开始 何时开始 什么时候开始 什麼時候開始 哪年开始 哪年開始
    是什么时候 是什麼時候 什么时候 什麼時候 何时 何時 哪一年 哪年 哪一天 几月几日 几月 幾月 多少
    多久 多长时间 為什麼 为什么 为何 為何 什么 什麼 甚麼 哪里 哪裡 哪裏 哪一個 哪一个 哪個 哪个 哪些
    哪一 如何 怎么样 怎么 怎麼 发生了 發生了 是谁 是誰 何处 何處 是哪一天
    是哪天 哪天 哪月 哪个月 哪個月 几号 幾號 啥时候 啥時候 几时 幾時 为啥 為啥 是啥 啥 咋 在哪 哪家 哪位
    哪来 哪來 哪儿 哪兒 多会儿 哪时候 哪時候 咱们 咱們 那个 那個 这个
    這個 那边 那邊 最早
    几个 幾個 几人 幾人 几几年 幾幾年 时间 時間 日期 年份 的时候 的時候 啥时间 哪一位
    """
)
STOP_WORDS = ENGLISH | RUSSIAN | CHINESE
# Adverbs of when and how, which a text need not repeat: "when was it officially opened?"; as folded words.
ADVERBS = words_of(
    """
    actually afterward afterwards already altogether anymore anyway anywhere apparently approximately
    basically besides briefly completely currently entirely eventually everywhere finally formally formerly
    fully generally ideally immediately initially instead lately later mainly meanwhile mostly nearly
    nowhere obviously officially ok okay originally otherwise overall partly permanently possibly presumably
    previously primarily probably properly publicly quickly quite rarely really recently roughly shortly
    sometime sometimes somewhere soon still suddenly supposedly temporarily together totally ultimately
    usually whatever whenever wherever whoever yet
    anfangs bereits danach damals derzeit eigentlich endlich etwa inzwischen mittlerweile nachher offiziell
    schliesslich später spater ungefähr ungefahr ursprünglich ursprunglich vorher wieder zuerst zuletzt
    actualmente aproximadamente finalmente inicialmente luego oficialmente originalmente todavía ya después
    впоследствии изначально наконец обычно окончательно официально первоначально позже примерно сначала
    """
)
