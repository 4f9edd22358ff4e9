"""One line in languages that the bot does not speak, for those who ask in them.

Rule of this module: it says which languages are understood, and nothing else.
"""

OTHER_TONGUES = {
    "ar": ("أفهم الأسئلة باللغتين الإنجليزية والألمانية فقط.",),
    "el": ("Καταλαβαίνω ερωτήσεις μόνο στα αγγλικά και στα γερμανικά.",),
    "es": ("Solo entiendo preguntas en inglés y alemán.",),
    "fa": ("من فقط پرسش‌های انگلیسی و آلمانی را می‌فهمم.",),
    "fr": ("Je ne comprends que les questions en anglais et en allemand.",),
    "he": ("אני מבין שאלות באנגלית ובגרמנית בלבד.",),
    "hi": ("मैं केवल अंग्रेज़ी और जर्मन में प्रश्न समझता हूँ।",),
    "it": ("Capisco solo domande in inglese e in tedesco.",),
    "ja": ("英語とドイツ語の質問だけがわかります。",),
    "ko": ("영어와 독일어 질문만 이해합니다.",),
    "nl": ("Ik begrijp alleen vragen in het Engels en het Duits.",),
    "pl": ("Rozumiem tylko pytania po angielsku i po niemiecku.",),
    "pt": ("Só entendo perguntas em inglês e alemão.",),
    "ru": ("Я понимаю вопросы только на английском и немецком языках.",),
    "tr": ("Yalnızca İngilizce ve Almanca soruları anlıyorum.",),
    "uk": ("Я розумію запитання лише англійською та німецькою мовами.",),
    "zh": ("我只能理解英语和德语的问题。",),
}
"""By the code of the language."""
