"""Russian."""

LANGUAGE, NAME, THOUSANDS = "ru", "Русский", "\u00a0"


def form_of(number: int) -> int:
    """Which of three forms goes with a number: 1 вопрос, 2 вопроса, 5 вопросов."""
    last, tens = number % 10, number % 100 // 10
    if last == 1 and tens != 1:
        return 0
    return 1 if 2 <= last <= 4 and tens != 1 else 2


TEXTS: dict[str, str | tuple[str, ...]] = {
    # menus of commands, up to 256 characters
    "menu_ask": "Задать вопрос о нашей истории",
    "menu_sources": "Что я прочитал",
    "menu_help": "Как спрашивать",
    "menu_privacy": "Что я храню о вас",
    "menu_reload": "Перечитать документы",
    "menu_status": "Как дела у бота",
    # cool-downs
    "cooldown": "Слишком много сразу. Снова отвечу через {duration}.",
    "cooldown_inline": "Слишком много сразу; снова отвечу через {duration}",
    "cooldown_press": "Слишком много сразу. Подождите {duration}.",
    # buttons
    "unknown_button": "Эта кнопка мне не знакома.",
    "button_too_old": "Этот ответ слишком старый для кнопок. Спросите ещё раз!",
    "voted_up": "Спасибо! 👍",
    "voted_down": "Учту 👎 Спасибо, это показывает, чему мне поучиться.",
    "vote_taken_back": "Голос снят.",
    "vote_later": "Сейчас не могу это записать. Попробуйте через несколько минут.",
    # refusals
    "example_question": "Когда всё началось?",
    "how_to_ask": "Что вы хотите узнать?\nСпросите так: <code>/ask {example}</code>",
    "no_words": "Мне нужно имя или слово, которое искать.\nНапример: <i>{example}</i>",
    "not_found": "<b>Об этом я ничего не нашёл.</b>",
    "unknown_words": "Нет нигде в моих источниках: {words}.",
    "unknown_words_and_more": "Нет нигде в моих источниках: {words} и другого.",
    "quoted": "«{text}»",
    "topics_near": "Из близкого я знаю про это:",
    "taken_question": "<i>Пожалуйста, по одному вопросу. Это ответ на: </i>{question}",
    # lengths of time
    "days": "{n} д",
    "hours": "{n} ч",
    "minutes": "{n} мин",
    "seconds": "{n} с",
}
