"""English words that begin with a capital and are no names, and words that stand inside names.

The lists are short on purpose: a word that is missing here shows up in a worklist and is passed
over in a second, a word too many hides a name.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words with which sentences and headings begin: no name begins with one of them, and none that
#: has a capital is part of one.
FUNCTION_WORDS: Final = _words("""
    A About Above Accordingly Across Additionally Admittedly After Afterwards Again Against All
    Almost Alongside Already Also Alternatively Although Altogether Always Amid Among An And Another
    Any Anyone Anything Apart Apparently Are Aren't Around As Aside At Back Because Before Behind
    Below Besides Between Beyond Both But By Can Can't Certainly Clearly Consequently Considering
    Contrary Could Currently Depending Despite Did Didn't Do Does Doesn't Don't Due During Each
    Earlier Either Elsewhere Especially Even Eventually Ever Every Everyone Everything Evidently
    Except Few Finally First Firstly Following For Formerly Fourth From Further Furthermore Given
    Had Has Have He Hence Her Here Hers Herself Him Himself His Hopefully How However I If In Indeed
    Initially Inside Instead Into Is Isn't It Its Itself Just Last Lastly Later Least Less Let Like
    Likewise Many Maybe Me Meanwhile Might More Moreover Most Mostly Much Must My Near Nearly
    Neither Never Nevertheless Next No Nobody None Nonetheless Nor Not Nothing Notably Now Nowhere
    Obviously Of Off Often On Once One Only Onto Or Other Others Otherwise Our Out Outside Over Own
    Per Perhaps Possibly Presumably Previously Probably Rather Recently Regarding Regardless
    Reportedly Respectively Same Second Secondly Several She Should Similarly Simply Since So Some
    Somebody Someone Something Sometimes Soon Specifically Still Subsequently Such Surely Than That
    The Their Them Then There Therefore These They Third Thirdly This Those Though Three Through
    Throughout Thus Till To Today Together Tomorrow Tonight Too Toward Towards Two Typically
    Ultimately Under Undoubtedly Unfortunately Unless Unlike Until Unto Up Upon Us Usually Was
    Wasn't We Were What Whatever When Whenever Where Whereas Wherever Whether Which While Who
    Whoever Whom Whose Why Will With Within Without Would Yes Yesterday Yet You Your
""")

#: Months and days, also shortened.
CALENDAR: Final = _words("""
    January February March April May June July August September October November December Jan Feb
    Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Christmas Easter Ramadan
""")

#: What stands before a person's name and is no part of it; in capitals, it may also stand alone.
TITLES: Final = _words("""
    Admiral Adm Adviser Advisor Ambassador Archbishop Attorney Ayatollah Baron Bishop Brig Brigadier
    Capt Captain Cardinal Chairman Chairwoman Chancellor Chief Cmdr Col Colonel Commander
    Commissioner Congressman Congresswoman Corporal Count Director Dr Emir Former Gen General Gov
    Governor Hojatoleslam Hon Imam Inspector Judge Justice King Lady Leader Lieutenant Lord Lt MEP
    MP MPs Maj Major Mayor Minister Miss Mme Mr Mrs Ms Mullah Officer Pastor Pope Premier President
    Prince Princess Prof Professor Queen Rabbi Rep Representative Rev Reverend Saint Sayyid
    Secretary Sen Senator Sergeant Sgt Sheik Sheikh Sir Speaker Spokesman Spokesperson Spokeswoman
""")

#: Words after whose full stop no sentence ends.
ABBREVIATIONS: Final = _words("""
    Adm Apr Aug Brig Capt Cmdr Co Col Corp Dec Dr Feb Fig Gen Gov Hon Inc Jan Jr Jul Jun Lt Ltd Maj
    Mar Messrs Mmes Mr Mrs Ms Mt No Nos Nov Oct Prof Rep Rev Sen Sep Sept Sgt Sr St al ca cf ed eds
    etc no pp vol vs
""")

#: Words in small letters that stand inside a name, between two words with capitals.
PARTICLES: Final = _words("""
    al el ul bin ibn bint ben abu da das de del dela della den der des di do dos du la las le les lo
    los of for the to und van vom von y zu zum zur
""")

#: What is written together with the name that follows it.
ARTICLES: Final = _words("al el ul ad an ar as ash at az")

#: What may follow such a word, as in `of the`.
SECOND_PARTICLES: Final = _words("der den la las los the")

#: Words that stay small in a headline that has capitals.
SMALL_IN_HEADINGS: Final = _words(
    "a an and as at but by for from in into is nor of on or over the to vs with"
)

#: Words that make a name that of a body: it may go on after `for`, and after `and` where it begins
#: as in Ministry of; an adjective of a nation before it is part of it. Alone they are no names.
BODIES: Final = _words("""
    Academy Administration Agency Alliance Armed Army Assembly Assistance Association Authority Bank
    Board Brigade Brigades Bureau Cabinet Center Centre Church College Command Commission Committee
    Confederation Conference Congress Corps Corporation Council Court Department Directorate Embassy
    Faculty Federation Force Forces Foundation Front Fund Group Guard Guards House Institute
    Institution League Library Ministry Mission Movement Museum Navy Network Office Organisation
    Organization Parliament Party Press Programme Republic School Senate Service Society State Times
    Tribunal Union University
""")

#: Those to whom things are said to belong in names, as in People's Mujahedin.
OWNERS: Final = _words(
    "Children Farmers Men People Peoples Students Teachers Women Workers Writers"
)

#: Adjectives and names of peoples, languages, faiths and parts of the world.
PEOPLES: Final = _words("""
    Afghan African Albanian Algerian American Anglo Angolan Arab Arabian Arabic Aramaic Argentine
    Argentinian Armenian Asian Assyrian Australian Austrian Azerbaijani Azeri Bahraini Baloch Baluch
    Baluchi Bangladeshi Bantu Basque Belarusian Belgian Bengali Berber Bolivian Bosnian Brazilian
    Briton British Buddhist Bulgarian Burmese Cambodian Canadian Cantonese Catalan Catholic
    Caucasian Chechen Chilean Chinese Christian Circassian Colombian Congolese Copt Coptic Croat
    Croatian Cuban Cypriot Czech Dane Danish Dari Druze Dutch Ecuadorian Egyptian Emirati English
    Englishman Eritrean Estonian Ethiopian Eurasian European Fijian Filipino Finn Finnish Flemish
    French Frenchman Georgian German Ghanaian Greek Guatemalan Gypsy Haitian Hebrew Hindi Hindu
    Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Irishman Islamic Islamist
    Ismaili Israeli Italian Jain Jamaican Japanese Javanese Jew Jewish Jordanian Kazakh Kenyan
    Korean Kosovar Kurd Kurdish Kuwaiti Kyrgyz Lao Laotian Latin Latvian Lebanese Liberian Libyan
    Lithuanian Lutheran Macedonian Malay Malaysian Malian Maltese Mandarin Maori Maronite
    Mauritanian Mexican Moldovan Mongol Mongolian Moroccan Mozambican Muslim Namibian
    Nepali Nicaraguan Nigerian Nigerien Nordic Norwegian Omani Orthodox Ossetian Ottoman Pakistani
    Palestinian Panamanian Papuan Paraguayan Parsi Pashto Pashtun Persian Peruvian Pole Polish
    Portuguese Protestant Punjabi Qatari Roman Romanian Russian Rwandan Salafi Salafist
    Samaritan Saudi Scandinavian Scot Scottish Semite Semitic Senegalese Serb Serbian Shi'a Shi'ite
    Shia Shiite Sikh Sindhi Singaporean Slav Slavic Slovak Slovene Slovenian Somali Spaniard Spanish
    Sudanese Sufi Sunni Swahili Swede Swedish Swiss Syriac Syrian Taiwanese Tajik Tamil
    Tanzanian Tatar Thai Tibetan Tunisian Turk Turkic Turkish Turkmen Ugandan Ukrainian Urdu
    Uruguayan Uyghur Uzbek Venezuelan Vietnamese Wahhabi Welsh West Western Yazidi Yemeni Yiddish
    Zambian Zimbabwean Zionist Zoroastrian East Eastern North Northern South Southern
""")
#: Those of them that are part of the name that follows, as in Islamic Assembly and North Korea.
JOINED: Final = _words("""
    Catholic Christian East Eastern Hindu Islamic Islamist Jewish Latin Muslim North Northern
    Orthodox Protestant Saudi Shia Shiite Sikh South Southern Sunni West Western
""")


def is_people(word: str) -> bool:
    """Tell whether a word names a people, a language or a faith, in the singular or the plural.

    >>> is_people("Iranian"), is_people("Iranians"), is_people("Iran")
    (True, True, False)
    """
    return word in PEOPLES or (word.endswith("s") and word[:-1] in PEOPLES)
