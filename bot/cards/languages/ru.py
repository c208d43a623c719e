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
    "menu_timeline": "Что и когда было: о теме, о времени",
    "menu_on": "Что было в этот день или год",
    "menu_today": "Что было в этот день",
    "menu_random": "Что-нибудь с датой наугад",
    "menu_quiz": "Когда это было? Викторина",
    "menu_daily": "Ежедневная запись: что было в этот день",
    "menu_sources": "Что я прочитал и о каком времени",
    "menu_help": "Как спрашивать",
    "menu_privacy": "Что я храню о вас",
    "menu_add": "Добавить документ",
    "menu_reload": "Перечитать документы",
    "menu_rollback": "Вернуть прежнюю библиотеку",
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
    # help
    "start_title": "<b>Здравствуйте! Спросите меня о нашей истории.</b>",
    "start_what": "Я отвечаю отрывком, в котором это сказано, слово в слово, и говорю, когда это было.",
    "start_more": "/timeline – что и когда произошло, /sources – что я прочитал, /help – как спрашивать.",
    "start_more_in_terminal": "/sources – что я прочитал, /help – как спрашивать.",
    "for_example": "Например: <i>{example}</i>",
    "help_title": "<b>Как спрашивать</b>",
    "help_private": "• Просто напишите вопрос.",
    "help_group": "• <code>/ask ваш вопрос</code> или ответ на моё сообщение.",
    "help_group_mention": (
        "• <code>/ask ваш вопрос</code>, упоминание @{username} или ответ на моё сообщение."
    ),
    "help_reply": "• Вопрос задал кто-то другой? Ответьте ему командой /ask.",
    "help_unasked": "• Просто спросите: если я уверен в ответе, отвечу и так.",
    "help_go_on": (
        "• Чтобы продолжить, ответьте на мой ответ: «а в 2018?», «почему?», «что было дальше?», «источник?»"
    ),
    "help_edit": "• Опечатка? Исправьте вопрос, и я исправлю ответ.",
    "help_inline": "• В любом другом чате: напишите <code>@{username} ваш вопрос</code> и выберите ответ.",
    "help_for_managers": "<b>Для администраторов</b>",
    "help_only_quotes": "Я только цитирую. Чего нет в моих источниках, того я не знаю.",
    "help_in_terminal": (
        "<b>Как спрашивать</b>\n"
        "Напишите вопрос и нажмите Enter; стрелки возвращают прежние вопросы.\n"
        "• от ответа дальше: <b>ещё</b>, <b>раньше</b>, <b>позже</b>, <b>контекст</b>, "
        "<b>источник</b> или «а в 2018?»\n"
        "• <b>/sources</b> – что я прочитал\n"
        "• <b>/reload</b> – перечитать документы, <b>/reload anyway</b> – без ошибочных\n"
        "• <b>/quit</b> – выйти, как и Ctrl-D и Ctrl-C"
    ),
    "added_what": (
        "<b>Здравствуйте! Спрашивайте меня о нашей истории</b>: отвечу отрывком, где это сказано, и датой."
    ),
    "added_admins": "Администраторам: /settings. Номер этого чата – <code>{number}</code>.",
    "and_more": ("… и ещё {n}.", "… и ещё {n}.", "… и ещё {n}."),
    "forwarded": "На пересланное я не отвечаю. Напишите вопрос сами, пожалуйста.",
    "unknown_command": "Не знаю команды <b>{command}</b>. Что я умею: /help",
    "text_only": "Я читаю только текст. Напишите вопрос, и я поищу ответ.",
    # settings of a chat
    "menu_settings": "Настройки этого чата",
    "settings_of_group": "<b>Настройки группы</b>",
    "settings_of_group_hint": "Менять их могут администраторы группы.",
    "settings_of_member": "<b>Ваши настройки</b>",
    "settings_of_member_hint": "Они действуют в нашей переписке и для вопросов через @ в других чатах.",
    "settings_spoken_to": "• Отвечаю, когда обращаются ко мне: /ask, упоминание, ответ на моё сообщение.",
    "settings_sure": "• Отвечаю, когда обращаются ко мне, и на любой другой вопрос, если уверен в ответе.",
    "settings_privacy_mode": (
        "⚠️ Но включён режим приватности Telegram: другие вопросы до меня не доходят. Отключите его у "
        "@BotFather (/setprivacy), затем удалите меня из группы и добавьте снова."
    ),
    "settings_names": "• В записях /remember указано, кто их написал.",
    "settings_no_names": "• В записях /remember не указано, кто их написал.",
    "settings_when_spoken_to": "Когда обращаются",
    "settings_when_sure": "И когда уверен",
    "settings_names_on": "Авторы: указаны",
    "settings_names_off": "Авторы: не указаны",
    "settings_votes_shown": "👍 👎: есть",
    "settings_votes_hidden": "👍 👎: нет",
    "settings_sources": "Источники: {shown} из {every}",
    "settings_close": "Закрыть",
    "settings_back": "‹ Назад",
    "settings_saved": "Готово.",
    "settings_sources_title": "<b>По каким источникам я здесь отвечаю</b>",
    "settings_sources_used": (
        "{n} источник из {every}. Нажмите, чтобы выключить или включить.",
        "{n} источника из {every}. Нажмите, чтобы выключить или включить.",
        "{n} источников из {every}. Нажмите, чтобы выключить или включить.",
    ),
    "settings_one_source": "Хотя бы один источник нужен, иначе мне не по чему отвечать.",
    "settings_for_admins": "Это могут менять только администраторы группы.",
    "settings_later": "Telegram сейчас не сообщает, кто администраторы группы. Попробуйте через минуту.",
    # greetings, thanks, questions that are taken back
    "you_are_welcome": "Пожалуйста!",
    "greeting_returned": "Здравствуйте! Что вы хотите узнать о нашей истории?",
    "farewell_returned": "До встречи!",
    "laughter_returned": "😄",
    "ask_whenever": "Хорошо! Спрашивайте о нашей истории, когда захотите.",
    "ask_in_words": "🙂 Спросите словами, и я поищу.",
    "answered_above": "Я ответил на это чуть выше ☝️",
    "correction_later": "Сейчас не могу исправить ответ. Спросите ещё раз через несколько минут.",
    "question_withdrawn": "<i>Вопрос снят.</i>",
    # to those who are no members, where only members are answered
    "members_only": "Здесь я отвечаю только участникам моей группы. Спросите меня в ней или вступите в неё.",
    "members_later": "Сейчас не могу проверить, участник ли вы. Попробуйте через минуту.",
    "members_inline": "Отвечаю только участникам моей группы",
    "members_inline_later": "Сейчас не могу; попробуйте через минуту",
    # errors
    "too_long": "Для меня это слишком длинно. Спросите одной-двумя фразами.",
    "too_late": "Меня не было, и вопрос ждал слишком долго. Спросите ещё раз, если ответ ещё нужен.",
    "error": "Простите, что-то пошло не так. Попробуйте чуть позже.",
    "look_up_later": "Сейчас не могу это посмотреть. Попробуйте через несколько минут.",
    # what is stored
    "privacy_page": (
        "<b>Что и как долго я храню</b>\n"
        "• Что был задан вопрос, когда и нашёлся ли ответ.\n"
        "• Кто и в каком чате спросил: в виде кодов на секретном ключе, а не номеров или имён.\n"
        "• Слова вопроса: {days}, если я ничего не нашёл или кто-то нажал 👎; иначе {words_days}, чтобы "
        "работали кнопки под ответом и можно было продолжить разговор. Команды показывают их только вам; "
        "владелец бота может прочитать их в базе данных.\n"
        "• Кто нажал 👍 или 👎 – тоже в виде такого кода.\n"
        "• Что чат выбрал в /settings – пока не выберет другое.\n"
        "• Для ежедневной записи: сам номер чата, час и часовой пояс – до /daily off.\n"
        "• Всё остальное – {days}, и ещё неделю всё хранится в ночных резервных копиях.\n"
        "• Сообщение, которое ждёт ответа, – пока не получит его (не дольше дня, если не могу прочесть).\n"
        "• В журнале, если сообщение не доставлено: такой же код чата.\n"
        "\n"
        "Имён, картинок и всего прочего, что вы пишете, я не храню и никому не передаю.\n"
        "\n"
        "/mydata покажет, что хранится о вас.\n"
        "/forgetme удалит это, в том числе из резервных копий."
    ),
    "mydata_none": "О вас я ничего не храню. Что я вообще храню: /privacy",
    "mydata_title": "<b>Что я храню о вас</b>",
    "mydata_counts": "{questions}, {votes}.",
    "mydata_counts_since": "{questions}, {votes}. Самое раннее – {date}.",
    "mydata_daily_post": "У вас есть ежедневная запись: /daily",
    "mydata_settings": "Ваш выбор в /settings.",
    "mydata_words": "<b>Вопросы, слова которых я храню:</b>",
    "mydata_forget": "/forgetme всё удалит.",
    "forgotten": "Готово. О вас больше ничего не хранится ни здесь, ни в резервных копиях.",
    "forgotten_but_in_backups": (
        "Готово: здесь о вас больше ничего не хранится.\n"
        "Одну из резервных копий сейчас нельзя открыть. Я удалю вас из неё, как только это станет возможно."
    ),
    "only_in_private": "Напишите мне это лично и от своего имени: @{username}",
    # for admins
    "alarm": "⚠️ <b>Что-то пошло не так</b>",
    "alarm_again": (
        "⚠️ <b>Что-то пошло не так</b> (с прошлого раза ещё {n} раз)",
        "⚠️ <b>Что-то пошло не так</b> (с прошлого раза ещё {n} раза)",
        "⚠️ <b>Что-то пошло не так</b> (с прошлого раза ещё {n} раз)",
    ),
    "admins_only": "Это для администраторов бота.",
    "admins_only_number": "Если бот ваш, впишите свой номер в ADMINS: <code>{number}</code>",
    "reloading": "Читаю документы …",
    "reload_runs": "Документы уже перечитываются; отчёт получит тот, кто это начал.",
    "reload_refused": "<b>Ничего не изменено: отвечаю по тому, что прочитал раньше.</b>",
    "reload_unchanged": "<b>Ничего не изменилось.</b>",
    "reloaded": "<b>Перечитано за {seconds} с.</b>",
    "reload_passages": "Новое: {added}; удалено: {removed}",
    "reload_left_out": "<b>Пропущено, как вы просили:</b>",
    "reload_problems": "<b>Исправьте, пожалуйста:</b>",
    "reload_anyway": "<code>/reload anyway</code> опубликует остальное.",
    "reload_broken": "<b>Больше не отвечается как надо:</b>",
    "reload_notices": "<b>Стоит взглянуть:</b>",
    "check_lists_all": (
        "… и ещё {n}; все покажет <code>python -m bot check</code>.",
        "… и ещё {n}; все покажет <code>python -m bot check</code>.",
        "… и ещё {n}; все покажет <code>python -m bot check</code>.",
    ),
    "inventory": "{documents}, {passages}, из них с датой {share}",
    "reading_title": "{title} ({origin})",
    "title_from_head": "из шапки",
    "title_from_heading": "первый заголовок",
    "title_from_line": "первая строка",
    "title_from_file": "имя файла",
    "reading_dated": "с датой {share}",
    "reading_dated_span": "с датой {share}, {span}",
    "reading_left_out": ("пропущен {n} знак", "пропущено {n} знака", "пропущено {n} знаков"),
    "status_library": "<b>Библиотека:</b>",
    "status_library_version": "<b>Её версия:</b> <code>{version}</code>",
    "status_last_poll": "<b>Последний ответ Telegram:</b> {ago}",
    "status_waiting": "<b>Ждут ответа:</b> {number}",
    "status_votes": "<b>Голоса за 90 дней:</b> {votes}",
    "status_database": "<b>База данных:</b> {state}",
    "status_uptime": "<b>Работает:</b> {duration}",
    "status_privacy_mode": "<b>Режим приватности:</b> {state}",
    "status_bot_version": "<b>Версия бота:</b> {version}",
    "never": "ещё не было",
    "ago": "{duration} назад",
    "votes_unknown": "сейчас неизвестно",
    "database_well": "в порядке",
    "privacy_mode_off": "выключен; до меня доходят упоминания, ответы и команды",
    "privacy_mode_on": (
        "включён; доходят команды и ответы мне, упоминания – не всегда (отключить: @BotFather, /setprivacy)"
    ),
    # amounts
    "n_days": ("{n} день", "{n} дня", "{n} дней"),
    "n_questions": ("{n} вопрос", "{n} вопроса", "{n} вопросов"),
    "n_votes": ("{n} голос", "{n} голоса", "{n} голосов"),
    # why a question was answered so
    "why_looked_for": "<b>Что искалось:</b> {kind}",
    "why_date": "дата",
    "why_person": "человек",
    "why_place": "место",
    "why_amount": "число",
    "why_event": "что тогда произошло",
    "why_anything": "всё об этом",
    "why_names": "имена: {words}",
    "why_words": "слова: {words}",
    "why_dates": "даты: {words}",
    "why_nearest": "Ближе всего",
    "why_shown": "Показано",
    "why_undated": "{place}, без даты",
    "why_in_sentence": "<i>в этом предложении:</i> {words}",
    "why_elsewhere": "<i>в остальном отрывке:</i> {words}",
    "why_in_headings": "<i>в заголовках:</i> {words}",
    "why_lacking": "<i>нет:</i> {words}",
    "why_answered": "<b>Ответ дан:</b> верен с уверенностью {sure}; что это есть в документах – {told}.",
    "why_refused": "<b>Ответа нет:</b> {reason}.",
    "why_refused_likely": "<b>Ответа нет:</b> {reason} (что это есть в документах – {told}).",
    "why_empty": "не было вопроса",
    "why_no_words": "ни одно слово не говорит, о чём он",
    "why_not_found": "ни в одном отрывке нет достаточного числа его слов вместе",
    "why_remedies": "<b>Что поможет:</b>",
    "why_remedy_alias": (
        "• {word} нет ни в одном документе: как это названо там – строкой в <code>aliases.yaml</code>"
    ),
    "why_remedy_date": "• <code>published:</code> в шапке {file}, где нет даты",
    "why_remedy_document": "• документ, где это сказано",
    # refusals
    "example_question": "Когда всё началось?",
    "how_to_ask": "Что вы хотите узнать?\nСпросите так: <code>/ask {example}</code>",
    "no_words": "Мне нужно имя или слово, которое искать.\nНапример: <i>{example}</i>",
    "not_found": "<b>Об этом я ничего не нашёл.</b>",
    "unknown_words": "Нет нигде в моих источниках: {words}.",
    "unknown_words_and_more": "Нет нигде в моих источниках: {words} и другого.",
    "quoted": "«{text}»",
    "topics_near": "Из близкого я знаю про это:",
    "topic_shown": "<i>Не совсем то, о чём вы спросили, но близко: </i>{topic}",
    "ask_in_languages": "Мои источники написаны другими буквами. Спросите на одном из языков: {languages}.",
    "language_en": "английский",
    "language_zh": "китайский",
    "language_ru": "русский",
    "language_de": "немецкий",
    "language_es": "испанский",
    "ask_admin": "Спросить админа",
    "wish_noted": (
        "Записано: админы увидят ваш вопрос, и я напишу здесь, когда на него ответят. Для этого я храню "
        "номер этого чата (/privacy)."
    ),
    "wish_not_yours": "Передать вопрос может только тот, кто его задал. Спросите сами: /ask",
    "wish_later": "Сейчас не могу это записать. Попробуйте через несколько минут.",
    "news_answered": "На ваш вопрос от {date} теперь есть ответ: <i>{question}</i>",
    "news_settled": "Админ занялся вашим вопросом от {date}: <i>{question}</i>\nСпросите ещё раз!",
    "taken_question": "<i>Пожалуйста, по одному вопросу. Это ответ на: </i>{question}",
    # browsing
    "selection": (
        "<code>{command}</code> – {n} предложение с датой",
        "<code>{command}</code> – {n} предложения с датой",
        "<code>{command}</code> – {n} предложений с датой",
    ),
    "selection_day": "<code>{command}</code> – в этот день",
    "selection_week": "<code>{command}</code> – об этом дне ничего не известно; об этой неделе:",
    "selection_month": "<code>{command}</code> – в этом месяце:",
    "nothing_dated": "В моих источниках нет дат об этом. /timeline покажет всё, что есть.",
    "nothing_dated_at_all": "В моих источниках пока нет ни одной даты.",
    "nothing_on_date": "Мои источники ничего не говорят об этом времени. /timeline покажет всё, что есть.",
    "nothing_today": "Мои источники не знают ни одного дня этого месяца. /random покажет что-нибудь другое.",
    "which_date": "Какая дата? Спросите так: <code>/on 2017-09</code>, <code>/on сентябрь 2017</code>",
    "statement_basis": "<i> ({basis})</i>",
    "statement_count": "{n} из {many}",
    "page_count": "{page}/{pages}",
    "back_to_list": "↩ Список",
    "another_button": "🎲 Ещё",
    "list_was_renewed": "Источники перечитаны: вот список, каким он стал.",
    "list_too_old": "Этот список слишком старый для кнопок. Отправьте его команду ещё раз!",
    "what_i_have_read": "<b>Что я прочитал</b>",
    "covered": ("{span}; {n} отрывок", "{span}; {n} отрывка", "{span}; {n} отрывков"),
    "covered_undated": ("{n} отрывок без дат", "{n} отрывка без дат", "{n} отрывков без дат"),
    "no_sources": "Я ещё ничего не прочитал.",
    "picture_part": "с {first} по {last} из {n}",
    "picture_button": "🖼 Картинка",
    "picture_no_font": (
        "Не могу нарисовать: на моей машине нет шрифта с буквами {script} (его даст пакет {package})."
    ),
    "picture_refused": "Мне нельзя присылать сюда картинки.",
    # inline, up to 64 characters
    "inline_empty": "Напишите вопрос о нашей истории",
    "inline_nothing": "Ничего не найдено; спросите меня в личном чате",
    # quiz
    "quiz_question": "Когда это было? {sentence}",
    "no_quiz": "Я знаю об этом слишком мало дат для викторины. /quiz без слов спросит о чём угодно.",
    # daily posts
    "daily_on": (
        "Каждый день в {hour} ({zone}) я пишу, что было в этот день; "
        "если ничего не знаю, молчу.\n<code>/daily off</code> это отключит."
    ),
    "daily_off": (
        "Ежедневной записи здесь нет.\n<code>/daily 9 Europe/Moscow</code> включит её: "
        "что было в этот день, в девять часов; если ничего не знаю, молчу."
    ),
    "daily_button": "Ежедневная запись …",
    "daily_turn_on": "Писать каждый день",
    "daily_turn_off": "Отключить",
    "daily_ended": "Ежедневной записи больше не будет.",
    "daily_wrong": (
        "Мне нужны полный час и часовой пояс: <code>/daily 9 Europe/Moscow</code>; "
        "<code>/daily off</code> отключит."
    ),
    "daily_unknown_zone": (
        "Не знаю часового пояса «{zone}». Они называются так: Europe/Berlin, Asia/Shanghai, UTC."
    ),
    # посмотреть до публикации, вернуть назад
    "n_documents": ("{n} документ", "{n} документа", "{n} документов"),
    "n_passages": ("{n} отрывок", "{n} отрывка", "{n} отрывков"),
    "check_reads": "Читаю документы, чтобы увидеть, что изменится…",
    "check_title": "<b>Ещё не опубликовано.</b> Изменится вот что:",
    "check_nothing": "<b>Ничего не изменится.</b>",
    "check_impossible": "<b>Это нельзя опубликовать.</b>",
    "check_inventory": "После этого: {documents}, {passages}; с датой {share}.",
    "check_added": "Новые: {files}",
    "check_changed": "Изменены: {files}",
    "check_removed": "Исчезнут: {files}",
    "check_more": "и ещё {n}",
    "check_passages": "Отрывки: +{added} −{removed}",
    "check_golden": (
        "Иначе будет отвечен {n} эталонный вопрос.",
        "Иначе будут отвечены {n} эталонных вопроса.",
        "Иначе будут отвечены {n} эталонных вопросов.",
    ),
    "check_left_out": (
        "{n} файл будет пропущен.",
        "{n} файла будут пропущены.",
        "{n} файлов будут пропущены.",
    ),
    "check_golden_heading": "<b>Эталонные вопросы, на которые ответ изменится</b>",
    "check_left_out_heading": "<b>Пропущено: не читается</b>",
    "check_problems_heading": "<b>Исправьте, пожалуйста</b>",
    "check_files_heading": "<b>По файлам</b>",
    "check_notices_heading": "<b>Стоит взглянуть</b>",
    "check_before": "до: {answer}",
    "check_after": "после: {answer}",
    "check_refused": "ничего не найдено",
    "check_undated": "без даты",
    "check_file": "• {file}: +{added} −{removed}",
    "check_reading": "прочитан как {format}, {title}; с датой {share} ({span})",
    "check_failed": "<b>Ничего не изменено.</b>",
    "check_cancelled": "Отменено. Ничего не изменено.",
    "check_over": "Это закончено: опубликовано, отменено, или прошли сутки.",
    "check_changed_since": "<b>С тех пор что-то изменилось, и я посмотрел снова.</b>",
    "check_restarted_since": "<b>С тех пор меня перезапустили, и я посмотрел снова.</b>",
    "published": "<b>Опубликовано.</b>",
    "not_published": "<b>Не опубликовано.</b> Отвечаю как прежде.",
    "publishing": "Публикую…",
    "publishing_busy": "Сейчас читается или публикуется другое изменение. Попробуйте чуть позже.",
    "press_for_admins": "Это для администраторов этого бота.",
    "button_publish": "✅ Опубликовать",
    "button_publish_rest": "✅ Опубликовать без них",
    "button_cancel": "✖️ Отмена",
    "rollback_current": "<b>Отвечаю сейчас по:</b> {library}",
    "rollback_none": "Прежних библиотек пока нет; со следующего изменения они сохраняются.",
    "rollback_choose": "<b>Какая должна отвечать снова?</b>",
    "rollback_note": "Файлы в knowledge/ остаются прежними: следующий /reload вернёт их, если не исправить.",
    "rolled_back": "<b>Снова отвечает эта библиотека:</b> {library}",
    "rollback_gone": "Этой библиотеки больше нет. Отправьте /rollback, чтобы увидеть имеющиеся.",
    "generation_start": "при запуске",
    # answers
    "no_date": "<i>Дата здесь не указана.</i>",
    "second_date": "Здесь говорится и про другую дату: {date}.",
    "unsure": "<i>Я в этом не уверен; возможно, лучше подойдёт другой отрывок.</i>",
    "correction": "Ищу {read} вместо «{typed}».",
    "passage_gone": "Этого отрывка в моих источниках больше нет. Спросите ещё раз!",
    "no_earlier": "Раньше в моих источниках ничего нет.",
    "no_later": "Позже в моих источниках ничего нет.",
    "no_context": "В источнике это стоит отдельно.",
    "no_neighbours": "Здесь нет даты, от которой можно идти дальше.",
    "choice_of": "Отрывок {at} из {all} по этому вопросу.",
    "nothing_about_date": "<b>Про </b>{date}<b> в моих источниках</b> об этом ничего нет.",
    "no_more": "Это всё, что у меня об этом есть.",
    "only_asker_removes": "Убрать это могут только спросивший и админы.",
    "answer_removed": "<i>Этот ответ отозван.</i>",
    "press_later": "Сейчас не получится. Попробуйте через несколько минут.",
    "button_earlier": "« раньше",
    "button_later": "позже »",
    "button_context": "контекст",
    "button_back": "назад",
    # файлы от администраторов
    "upload_receiving": "Читаю присланное…",
    "upload_new": "📄 <b>{file}</b>: новый",
    "upload_version": "📄 <b>{file}</b>: новая версия",
    "upload_alike": "📄 <b>{file}</b>: новая версия {known}, содержит {share} прежней",
    "upload_refused": "✗ <b>{file}</b>: {why}",
    "upload_nothing": "<b>Добавлять нечего.</b>",
    "upload_unknown_kind": "такие файлы я не читаю; документы оканчиваются на {detail}",
    "upload_empty": "он пуст",
    "upload_too_large": "в нём больше 20 МБ; положите его в knowledge/ сами",
    "upload_too_many": "больше десяти сразу; пришлите ещё раз",
    "upload_twice": "прислано дважды",
    "upload_known": "то же, что {detail}, который у меня есть",
    "upload_not_fetched": "не удалось получить из Telegram ({detail})",
    "upload_help": (
        "<b>Пришлите мне файл в личном чате</b> или здесь с подписью <code>/add</code>.\n"
        "Я покажу, что изменится; кнопка это опубликует."
    ),
    "upload_help_links": "<code>/add https://…</code> загружает страницу.",
    "upload_help_no_links": "Ссылки на страницы не загружаются (FETCH_LINKS в настройках).",
    "upload_for_admins": "Документы добавляют администраторы бота. Лучше задайте мне вопрос!",
    "button_as_new": "➕ Добавить рядом",
    # questions without a good answer
    "menu_gaps": "Вопросы, на которые я не смог хорошо ответить",
    "gaps_title": (
        "<b>Вопросы без хорошего ответа за {n} день</b>",
        "<b>Вопросы без хорошего ответа за {n} дня</b>",
        "<b>Вопросы без хорошего ответа за {n} дней</b>",
    ),
    "gaps_none": (
        "На все вопросы за {n} день есть хорошие ответы.",
        "На все вопросы за {n} дня есть хорошие ответы.",
        "На все вопросы за {n} дней есть хорошие ответы.",
    ),
    "gap_title": "<b>Спрошено без хорошего ответа:</b>",
    "gap_refused": ("не найдено {n} раз", "не найдено {n} раза", "не найдено {n} раз"),
    "gap_voted_down": ("👎 {n} ответ", "👎 {n} ответа", "👎 {n} ответов"),
    "gap_wishes": ("🔔 {n} ждёт ответа", "🔔 {n} ждут ответа", "🔔 {n} ждут ответа"),
    "gap_nearest": "ближе всего: {title}",
    "gap_answered_now": "✓ Теперь отвечаю, из: {title}",
    "gap_more_wordings": (
        "… и ещё {n} формулировка",
        "… и ещё {n} формулировки",
        "… и ещё {n} формулировок",
    ),
    "gap_last_asked": "Спрошено в последний раз {date}.",
    "gap_answered": "✓ Отвечено",
    "gap_pass_over": "Пропустить",
    "gap_back": "‹ Назад",
    "gap_gone": "С этим уже разобрались.",
    "gaps_for_admins": "Это могут только админы бота.",
    "gaps_elsewhere": "Там слова участников: спросите /gaps в личной переписке или в группе админов.",
    "gaps_later": "Сейчас не могу это посмотреть. Попробуйте через несколько минут.",
    # lengths of time
    "days": "{n} д",
    "hours": "{n} ч",
    "minutes": "{n} мин",
    "seconds": "{n} с",
}
