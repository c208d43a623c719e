"""English forms that no stemmer brings back to their word: took -> take, children -> child."""

from __future__ import annotations

# A word and its other forms. Forms that are more often another word ("ground", "lay") are left out;
# "found" is hardly ever what people do with a club.
_ROWS = """
arise arose arisen | awake awoke awoken | bear borne | beat beaten | become became | begin began begun
bend bent | bite bitten | bleed bled | blow blew blown | break broke broken | breed bred | bring brought
build built | burn burnt | buy bought | catch caught | choose chose chosen | cling clung | come came
creep crept | deal dealt | dig dug | draw drew drawn | dream dreamt | drink drank drunk
drive drove driven | eat ate eaten | fall fell fallen | feed fed | feel felt | find found | fight fought
flee fled | fling flung | fly flew flown | forbid forbade forbidden | foresee foresaw foreseen
forget forgot forgotten | forgive forgave forgiven | forsake forsook forsaken | freeze froze frozen
give gave given | go went gone | grow grew grown | hang hung | hear heard | hide hid hidden | hold held
keep kept | kneel knelt | know knew known | lead led | lean leant | leap leapt | learn learnt | leave left
lend lent | light lit | lose lost | make made | mean meant | meet met | mistake mistook mistaken
overcome overcame | overthrow overthrew overthrown | pay paid | prove proven | ride rode ridden
ring rang rung | rise rose risen | run ran | say said | see saw seen | seek sought | sell sold | send sent
shake shook shaken | shine shone | shoot shot | show shown | shrink shrank shrunk | sing sang sung
sink sank sunk | sit sat | sleep slept | slide slid | speak spoke spoken | speed sped | spend spent
spin spun | spring sprang sprung | stand stood | steal stole stolen | stick stuck | sting stung
strike struck stricken | strive strove striven | swear swore sworn | sweep swept | swell swollen
swim swam swum | swing swung | take took taken | teach taught | tear tore torn | tell told | think thought
throw threw thrown | undergo underwent undergone | understand understood | undertake undertook undertaken
undo undid undone | uphold upheld | wake woke woken | wear wore worn | weave wove woven | weep wept
win won | withdraw withdrew withdrawn | withstand withstood | write wrote written | rebuild rebuilt
rewrite rewrote rewritten | oversee oversaw overseen | foot feet | tooth teeth | goose geese | mouse mice
man men | woman women | child children | wife wives | life lives | knife knives | wolf wolves
half halves | shelf shelves | leaf leaves | thief thieves | crisis crises | thesis theses | basis bases
analysis analyses | phenomenon phenomena | criterion criteria | medium media | nucleus nuclei
bacterium bacteria | percent percentage percents percentages
"""
# British and American writings of a word. Those in -ise and -ize are told by their ending, in analysis.
_WRITINGS = """
center centre centers centres centered centred | color colour colors colours
license licence licenses licences
defense defence | offense offence | program programme programs programmes | theater theatre theaters theatres
labor labour | harbor harbour harbors harbours | favor favour favors favours | favorite favourite
honor honour honors honours | neighbor neighbour neighbors neighbours | behavior behaviour | gray grey
meter metre meters metres | kilometer kilometre kilometers kilometres | liter litre liters litres
catalog catalogue | dialog dialogue | check cheque | tire tyre | plow plough | fiber fibre fibers fibres
traveled travelled | traveling travelling | traveler traveller | canceled cancelled | modeling modelling
rumor rumour rumors rumours rumored rumoured | armor armour | humor humour | vapor vapour | aluminum aluminium
judgment judgement | enroll enrol | fulfill fulfil | skeptical sceptical | artifact artefact
airplane aeroplane
"""
LEMMAS = {
    form: forms[0]
    for row in (_WRITINGS + _ROWS).replace("\n", "|").split("|")
    if (forms := row.split())
    for form in forms[1:]
}
