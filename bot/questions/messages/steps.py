"""Messages that only go on from an answer: "more", "source?", "when?", "what happened next?"."""

from __future__ import annotations

import re
from enum import StrEnum

LONGEST = 60  # characters of such a message


class Step(StrEnum):
    """Where a message wants to go from what is shown."""

    MORE = "more"  # another passage for the same question
    EARLIER = "earlier"  # the neighbour in time before
    LATER = "later"  # the one after
    CONTEXT = "context"  # what stands around it
    SOURCE = "source"  # where it stands
    DOUBT = "doubt"  # whether it is sure
    DATE = "date"  # when it was
    SUCCESSOR = "successor"  # who came next
    PREDECESSOR = "predecessor"  # who came before
    NAME = "name"  # which one it is, what it is called


# Each is a whole message, but for what stands around words and _LEADING ones.
_WAYS = {
    Step.MORE: r"""
        (?: tell \s me | show \s me | give \s me | any \s? thing )? \s? more (?: \s please )?
            (?: \s (?: about | on ) \s (?: it | that | this ) )?
      | (?: any | some ) \s? thing \s else | what \s else | go \s on | continue | another (?: \s one )?
      | details
      | (?: расскажи (?:те)? \s )? (?: что \s)? (?: ещ[её] | подробнее | больше )
            (?: \s (?: что \s? нибудь | что \s то ) )? (?: \s (?: об | про ) \s это (?: м )? )?
      | продолжай (?:те)?
      | 还有 (?: 吗 | 呢 | 别的 吗? | 其他的? 吗? | 什么 )? | 還有 (?: 嗎 | 呢 | 別的 嗎? )?
      | 更多 (?: 呢 | 信息 )? | 继续 | 繼續 | 再?多?[说說][点點说說] | 详细 [一点]{0,2}
      | mehr (?: \s dazu )? | noch \s (?: etwas | mehr ) | weiter | (?: algo \s | qué \s )? más
      | cuéntame \s más
    """,
    Step.SOURCE: r"""
        (?: what \s (?: is \s | s \s )? )? (?: the \s | your \s )? (?: sources? | citation | references? )
      | where \s (?: is | was | does | did ) \s (?: that | this | it | you ) \s
            (?: come \s | get \s (?: that | this | it ) \s )? from
      | where \s (?: does | did ) \s (?: it | that ) \s say (?: \s (?: so | that | this ))?
      | where \s did \s you \s (?: get | read | find ) \s (?: that | this | it )
      | who \s says (?: \s (?: so | that | this ))? | says \s who
      | (?: какой \s )? источник и? | откуда \s (?: это | информация | сведения | такие \s сведения )
      | кто \s это \s сказал | ссылка | где \s это \s написано
      | 来源 (?: 呢 | 是什么 | 是哪里 | 在哪 )? | 來源 (?: 呢 | 是什麼 )? | 出[处處] (?: 呢 | 是什么 | 在哪 )?
      | 谁说的 | 誰說的 | (?: 这 | 這 )? 是? (?: 从 | 從 )? 哪[里裡儿] 来的
      | quellen? (?: angabe )? | woher \s (?: kommt | stammt ) \s das | wer \s sagt \s das
      | (?: la \s | cuál \s es \s la \s )? fuentes? | de \s dónde \s (?: es | viene | sale ) \s eso
      | quién \s lo \s dice
    """,
    Step.DOUBT: r"""
        (?: are \s you | you ) \s (?: really \s | quite \s )? (?: sure | certain )
            (?: \s (?: about | of ) \s (?: that | this | it ) )?
      | is \s (?: that | this | it ) \s (?: really \s )? (?: true | right | correct | so | sure )
      | how \s do \s you \s know (?: \s (?: that | this | it ))?
      | (?: ты | вы ) \s (?: точно \s )? уверены? а? | это \s (?: точно | правда | верно | так )
      | откуда \s (?: ты | вы ) \s (?: это \s )? зна (?: ешь | ете )
      | (?: 你 | 您 )? (?: 确定 | 確定 | 肯定 ) [吗嗎么]
      | (?: 这 | 這 )? 是? (?: 真的 | 对的 | 對的 ) [吗嗎么]
      | (?: 你 | 您 )? 怎[么麼]知道的?
      | bist \s du (?: \s dir )? \s (?: da \s )? sicher | sind \s sie (?: \s sich )? \s sicher
      | stimmt \s das (?: \s wirklich )? | ist \s das \s (?: wirklich \s )? (?: wahr | so | richtig )
      | woher \s weißt \s du \s das
      | est[aá]s? \s segur[oa] | es \s (?: verdad | cierto | seguro ) (?: \s eso )?
    """,
    Step.DATE: r"""
        when (?: \s exactly )? (?: \s (?: was | is | did | has ) \s (?: that | this | it )
            (?: \s (?: happen (?:ed)? | be | take \s place ))? )?
      | since \s when | с \s каких \s пор | с \s какого \s (?: года | времени ) | seit \s wann
      | desde \s cuándo | [从從] 什[么麼][时时]候 (?: 开始 | 開始 )? (?: 的 )?
      | (?: what | which ) \s (?: year | date | day | month )
            (?: \s (?: was | is ) \s (?: that | this | it ))?
      | (?: а \s )? когда (?: \s именно )? (?: \s это )? (?: \s (?: было | случилось | произошло ))?
      | в \s как (?: ом \s году | ой \s день | ом \s месяце ) (?: \s это )? (?: \s было )?
      | (?: 那 | 这 | 這 )? 是? (?: 什[么麼][时時]候 | 何[时時] | 哪[一]?[年天] )
            (?: 的事 | 发生的 | 發生的 )?
      | wann (?: \s genau )? (?: \s (?: war | ist | geschah | passierte ) \s (?: das | es ))?
      | in \s welchem \s jahr (?: \s war \s das )?
      | cuándo (?: \s exactamente )? (?: \s (?: fue | pasó | ocurrió ) (?: \s eso )? )?
      | (?: en \s )? qué \s año (?: \s fue (?: \s eso )? )?
    """,
    Step.NAME: r"""
        which (?: \s ones? )? (?: \s (?: was | is ) \s (?: it | that ))?
      | what \s (?: was | is | were | are ) \s (?: it | that | they | he | she ) \s (?: called | named )
      | what \s (?: was | is ) \s (?: its | the | his | her ) \s name
      | (?: какой | какая | какое | какую | какие | какого | каком | каким | который | которая | которую )
            (?: \s именно )?
      | как \s (?: он[аио]? | это ) \s назыв (?: а (?: ется | ются | лся | лась | лось | лись ))
      | как \s назыв (?: а (?: ется | ются | лся | лась | лось | лись )) (?: \s (?: он[аио]? | это ))?
      | (?: 是? (?: 哪 (?: 一? [个個家位所座] )) | (?: [它他她] )? 叫 [什甚] [么麼] (?: 名字 )? )
      | welche[rsnm]? (?: \s (?: genau | war \s (?: das | es )))?
      | wie \s (?: heißt | hieß | heisst | hiess ) \s (?: das | es | er | sie | der | die )
      | cuál (?: es )? | cómo \s se \s llama (?: ba )?
    """,
    Step.CONTEXT: r"""
        (?: show \s )? (?: me \s )? (?: the \s )? context | контекст | 上下文 | 前后文 | 前後文 | kontext
        | contexto
    """,
    Step.SUCCESSOR: r"""
        who \s (?: was | came | is | comes ) \s (?: the \s )? next (?: \s one )?
      | who \s (?: took \s (?: it \s )? over | succeeded | replaced | followed )
            (?: \s (?: from \s )? (?: him | her | them | that ))?
            (?: \s (?: then | next | later | after (?:wards)? (?: \s that )? ) )?
      | (?: who \s (?: was | came | is | comes | followed ) \s )? after \s (?: him | her | them )
      | who \s (?: was | came ) \s (?: after (?:wards)? | then ) (?: \s that )? | then \s who | who \s then
      | (?: who \s (?: was | is ) \s )? (?: his | her | their | the ) \s (?: successor | replacement )
      | wer \s (?: (?: kam | war | wurde | folgte | übernahm ) \s )?
            (?: dann | danach | als \s nächste[rs]? | nach \s (?: ihm | ihr ) | auf \s (?: ihn | sie ) )
      | wer \s (?: war | wurde ) \s (?: seine? | ihre? | deren | dessen | der | die ) \s nachfolger (?: in )?
      | wer \s (?: löste \s (?: ihn | sie ) \s ab | hat \s (?: ihn | sie ) \s abgelöst )
      | wer \s folgte \s (?: ihm | ihr ) | nach \s (?: ihm | ihr )
      | кто \s (?: (?: был | стал | пришел | пришёл | руководил | возглавил ) \s )?
            (?: потом | дальше | затем | следующи (?: й | м ) | после \s (?: него | не[её] | них | этого ) )
      | кто \s (?: его | е[её] | их ) \s (?: сменил | заменил )
      | кто \s (?: сменил | заменил ) \s (?: его | е[её] | их ) | после \s (?: него | не[её] )
      | (?: кто \s (?: был | стал ) \s )? (?: (?: его | е[её] ) \s )? преемник (?: ом )?
      | quién \s (?: (?: fue | vino | siguió | estuvo ) \s )?
            (?: después (?: \s de \s (?: él | ella ))? | luego | el \s siguiente )
      | quién \s l[oae] \s (?: sucedió | siguió | reemplazó | sustituyó | relevó )
      | después \s de \s (?: él | ella ) | quién \s fue \s (?: su | el | la ) \s sucesora?
      | (?: 那? (?: 之[后後] | [后後][来來] | 接下[来來] | 然[后後] | 下一[个個任位] ) )? 是? [谁誰]
            (?: 接任 | 接手 | 接替 | [继繼]任 | 接班 ) [他她]? 的? 了?
      | 那? (?: [他她]? 之[后後] | [后後][来來] | 接下[来來] | 然[后後] | 下一[个個任位] | [继繼]任者 )
            是 [谁誰]
    """,
    Step.PREDECESSOR: r"""
        who \s (?: was | came ) \s (?: (?: it | there ) \s )? before (?: \s (?: him | her | them | that ))?
      | before \s (?: him | her | them )
      | (?: who \s (?: was | is ) \s )? (?: his | her | their | the ) \s predecessor
      | wer \s (?: war | kam ) \s (?: es \s )? (?: davor | vorher | zuvor | vor \s (?: ihm | ihr ))
      | vor \s (?: ihm | ihr )
      | wer \s war \s (?: seine? | ihre? | der | die ) \s vorgänger (?: in )?
      | кто \s (?: был \s )? (?: до \s (?: него | не[её] | этого ) | раньше | перед \s (?: ним | ней ) )
      | до \s (?: него | не[её] )
      | quién \s (?: fue | estuvo | había ) \s antes (?: \s de \s (?: él | ella ))?
      | antes \s de \s (?: él | ella )
      | 那? (?: [他她]? 之前 | 以前 | 上一[个個任位] | 前任 ) 是 [谁誰]
    """,
    Step.LATER: r"""
        (?: what \s )? (?: (?: happened | happens | came | comes | was | is ) \s )?
            (?: next | then | afterwards? | later (?: \s on )? | after \s (?: that | this | it ) )
            (?: \s (?: happened | came ) )?
      | what \s next
      | what \s did \s (?: he | she | they | it ) \s do
            \s (?: then | next | afterwards? | later | after \s (?: that | this ) )
      | was \s (?: machte | tat ) \s (?: er | sie ) \s (?: dann | danach )
      | что \s (?: он[аи]? ) \s (?: делал[аи]? | сделал[аи]? ) \s (?: потом | дальше | затем )
      | (?: что \s )? (?: (?: было | случилось | произошло | стало ) \s )?
            (?: потом | дальше | затем | далее | позже | после \s (?: этого | того ) | после )
            (?: \s (?: было | случилось | произошло ))?
      | (?: 那 么? )? (?: 在?[那此]? 之后 | 之後 | 再?后来 | 後來 | 然后 | 然後 | 接下来 | 接下來 | 接着
            | 以后 | 以後 ) (?: 呢 | [发發]生了?什[么麼](?: 事)? | 怎[么麼]样了? | 怎样了? )?
      | (?: was \s )? (?: (?: geschah | passierte | kam | war ) \s )?
            (?: danach | dann | später | als \s nächstes ) (?: \s passiert )? | wie \s ging \s es \s weiter
      | (?: qué \s )? (?: (?: pasó | ocurrió | vino | sucedió ) \s )?
            (?: después (?: \s de \s eso )? | luego )
      | (?: después | luego ) \s (?: de \s eso \s )? qué \s (?: pasó | ocurrió | vino | hubo | sucedió )
    """,
    Step.EARLIER: r"""
        (?: what \s )? (?: (?: happened | happens | came | was | is ) \s )?
            (?: before | earlier | previously | before \s (?: that | this | it | then ) )
            (?: \s happened )?
      | (?: что \s )? (?: (?: было | случилось | произошло ) \s )?
            (?: до \s (?: этого | того ) | раньше | прежде | перед \s этим | ранее )
            (?: \s (?: было | случилось | произошло ))?
      | (?: 那 么? )? (?: 在?[那此]? 之前 | 以前 | 更早 | 先前 ) (?: 呢 | [发發]生了?什[么麼](?: 事)? )?
      | (?: was \s )? (?: (?: geschah | passierte | war ) \s )?
            (?: davor | vorher | zuvor ) (?: \s passiert )?
      | (?: qué \s )? (?: (?: pasó | ocurrió | había | hubo | sucedió ) \s )? antes (?: \s de \s eso )?
      | antes \s (?: de \s eso \s )? qué \s (?: pasó | ocurrió | había | hubo | sucedió )
    """,
}  # fmt: skip
_LEADING = r"""
    (?: (?: and | so | but | ok (?:ay)? | oh | hm+ | thanks | thank \s you | cool | nice | а | и | ну | ок
        | спасибо | понятно | ясно | und | danke | y | e | gracias | 好的? | 谢谢 | 謝謝 | 嗯 ) \s )*
"""
# All in one pattern, and of small letters: each question is looked at, and hardly any is a step.
_STEP = re.compile(
    rf"{_LEADING} (?: {' | '.join(f'(?P<{step}> {way} )' for step, way in _WAYS.items())} )", re.VERBOSE
)
_AROUND = re.compile(r"[\W_]+")


def step_of(text: str) -> Step | None:
    """Where a message wants to go; None when it asks something of its own.

    >>> step_of("And what happened next?"), step_of("источник?"), step_of("who was there?")
    (<Step.LATER: 'later'>, <Step.SOURCE: 'source'>, None)
    """
    if len(text) > LONGEST:
        return None
    match = _STEP.fullmatch(_AROUND.sub(" ", text).strip().lower())
    return Step(match.lastgroup) if match and match.lastgroup else None
