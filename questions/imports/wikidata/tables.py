"""What Wikidata's ids stand for where a file need not say it: classes of films, countries, languages, currencies."""

from __future__ import annotations


def by_id(pairs: str) -> dict[str, str]:
    """Return what ids stand for, from a text of `code:id` pairs; several ids may have one code."""
    return {item: code for code, item in (pair.split(":") for pair in pairs.split())}


def ids(text: str) -> frozenset[str]:
    """Return the ids of a text with blanks between them."""
    return frozenset(text.split())


FILM_CLASSES = ids(
    "Q11424 Q24862 Q24869 Q202866 Q29168811 Q17517379 Q93204 Q506240 Q226730 Q20667187 Q20650540 Q229390 Q2484376 "
    "Q157443 Q130232 Q188473 Q319221 Q471839 Q200092 Q172980 Q959790 Q157394 Q842256 Q369747 Q1054574 Q645928 "
    "Q860626 Q459290 Q1535153 Q1342372 Q52207399 Q52162262 Q1361932 Q1200678 Q622548 "
    "Q98807719 Q848512 Q104840802 Q17013749"
)
"""A film and its common subclasses by length, technique, audience and genre. A film project (Q18011172) is none yet."""

SERIES_CLASSES = ids("Q5398426 Q1259759 Q526877 Q581714 Q117467246 Q63952888 Q15416 Q1366112")
"""Series of television and of the web, miniseries, animated ones."""

HUMAN = "Q5"
GROUPS = ids(
    "Q215380 Q2088357 Q5741069 Q9212979 Q10648343 Q16334295 Q42998 Q105756498 Q281643 Q56816954 Q14073567"
)
"""Bands, ensembles, orchestras, pairs of people."""

NOBODY = ids("Q4233718 Q24238356")
"""Anonymous, and a person who is not known."""

PLACE_KINDS = {
    "Q515": "city",
    "Q1549591": "city",
    "Q1637706": "city",
    "Q5119": "city",
    "Q200250": "city",
    "Q1093829": "city",
    "Q3957": "city",
    "Q532": "city",
    "Q6256": "country",
    "Q3624078": "country",
    "Q35657": "region",
    "Q10742": "region",
    "Q23442": "island",
    "Q8502": "mountain",
    "Q4022": "water",
    "Q23397": "water",
    "Q8514": "landscape",
    "Q41176": "building",
    "Q634": "celestial",
}

COUNTRIES = by_id(
    "AD:Q228 AE:Q878 AF:Q889 AG:Q781 AL:Q222 AO:Q916 AR:Q414 AS:Q16641 AT:Q40 AU:Q408 AW:Q21203 BB:Q244 "
    "BD:Q902 BF:Q965 BG:Q219 BH:Q398 BI:Q967 BJ:Q962 BN:Q921 BO:Q750 BR:Q155 BS:Q778 BT:Q917 BW:Q963 BY:Q184 "
    "CA:Q16 CD:Q974 CF:Q929 CG:Q971 CH:Q39 CI:Q1008 CK:Q26988 CL:Q298 CM:Q1009 CN:Q148 CO:Q739 CR:Q800 "
    "CU:Q241 CV:Q1011 CY:Q229 CZ:Q213 DE:Q183 DJ:Q977 DK:Q35 DM:Q784 DO:Q786 DZ:Q262 EC:Q736 EG:Q79 ER:Q986 "
    "ET:Q115 FI:Q33 FJ:Q712 FM:Q702 FR:Q142 GB:Q145 GD:Q769 GH:Q117 GM:Q1005 GN:Q1006 GR:Q41 GT:Q774 GW:Q1007 "
    "GY:Q734 HN:Q783 HR:Q224 HT:Q790 HU:Q28 ID:Q252 IE:Q27 IL:Q801 IN:Q668 IQ:Q796 IR:Q794 IT:Q38 JM:Q766 "
    "JO:Q810 JP:Q17 KE:Q114 KG:Q813 KH:Q424 KI:Q710 KM:Q970 KN:Q763 KP:Q423 KR:Q884 KZ:Q232 LA:Q819 LB:Q822 "
    "LC:Q760 LI:Q347 LK:Q854 LR:Q1014 LS:Q1013 LV:Q211 LY:Q1016 MA:Q1028 ME:Q236 MG:Q1019 MH:Q709 ML:Q912 "
    "MM:Q836 MN:Q711 MP:Q16644 MR:Q1025 MT:Q233 MU:Q1027 MV:Q826 MW:Q1020 MX:Q96 MY:Q833 MZ:Q1029 NA:Q1030 "
    "NE:Q1032 NG:Q1033 NI:Q811 NL:Q55 NO:Q20 NP:Q837 NR:Q697 NU:Q34020 NZ:Q664 OM:Q842 PE:Q419 PG:Q691 "
    "PH:Q928 PK:Q843 PL:Q36 PT:Q45 PW:Q695 PY:Q733 QA:Q846 RO:Q218 RW:Q1037 SA:Q851 SB:Q685 SC:Q1042 SD:Q1049 "
    "SE:Q34 SG:Q334 SK:Q214 SL:Q1044 SN:Q1041 SO:Q1045 SS:Q958 ST:Q1039 SV:Q792 SX:Q26273 SY:Q858 TD:Q657 "
    "TG:Q945 TH:Q869 TJ:Q863 TL:Q574 TM:Q874 TN:Q948 TR:Q43 TT:Q754 TV:Q672 TW:Q865 TZ:Q924 UG:Q1036 US:Q30 "
    "UY:Q77 UZ:Q265 VC:Q757 VE:Q717 VN:Q881 VU:Q686 WS:Q683 YE:Q805 ZA:Q258 ZM:Q953 ZW:Q954 HK:Q8646 "
    "MO:Q14773 PR:Q1183 GL:Q223 FO:Q4628 PS:Q219060 XK:Q1246 GB:Q174193 NL:Q29999 DK:Q756617"
)
"""Countries by ISO 3166; states that are no more have no code and are left out."""

LANGUAGES = by_id(
    "en:Q1860 ja:Q5287 fr:Q150 de:Q188 es:Q1321 it:Q652 pt:Q5146 pt-BR:Q750553 ru:Q7737 zh:Q7850 zh:Q9192 "
    "zh:Q727694 yue:Q9186 ko:Q9176 hi:Q1568 ta:Q5885 te:Q8097 ml:Q36236 kn:Q33673 bn:Q9610 mr:Q1571 or:Q33810 "
    "pa:Q58635 gu:Q5137 ur:Q1617 fa:Q9168 ar:Q13955 he:Q9288 tr:Q256 sv:Q9027 da:Q9035 no:Q9043 nb:Q25167 "
    "nn:Q25164 fi:Q1412 is:Q294 et:Q9072 lv:Q9078 lt:Q9083 pl:Q809 cs:Q9056 sk:Q9058 hu:Q9067 ro:Q7913 "
    "bg:Q7918 mk:Q9296 sr:Q9299 hr:Q6654 bs:Q9303 sl:Q9063 sq:Q8748 el:Q9129 uk:Q8798 be:Q9091 ka:Q8108 "
    "hy:Q8785 az:Q9292 kk:Q9252 uz:Q9264 th:Q9217 vi:Q9199 id:Q9240 ms:Q9237 tl:Q34057 fil:Q33298 nl:Q7411 "
    "af:Q14196 ca:Q7026 gl:Q9307 eu:Q8752 ga:Q9142 cy:Q9309 la:Q397 eo:Q143 yi:Q8641 sw:Q7838 zu:Q10179 "
    "wo:Q13275 km:Q9205 lo:Q9211 my:Q9228 mn:Q9246 ne:Q33823 ps:Q58680 tg:Q9260 am:Q28244 si:Q13267"
)
"""Languages by the code that is used here."""

CURRENCIES = by_id(
    "USD:Q4917 JPY:Q8146 EUR:Q4916 GBP:Q25224 INR:Q80524 CNY:Q39099 CAD:Q1104069 AUD:Q259502 RUB:Q41044 "
    "KRW:Q202040 CHF:Q25344 SEK:Q122922 NOK:Q132643 DKK:Q25417 PLN:Q123213 CZK:Q131016 HUF:Q47190 TRY:Q172872 "
    "ILS:Q131309 THB:Q177882 SGD:Q190951 ZAR:Q181907 PHP:Q17193 IDR:Q41588 MYR:Q163712 ARS:Q199578 UAH:Q81893 "
    "IRR:Q188608 FRF:Q184172 DEM:Q16068 HKD:Q31015 TWD:Q208526 BRL:Q173117 MXN:Q4730 NZD:Q1472704"
)
"""Currencies by ISO 4217."""

EDITIONS = by_id(
    "en:Q328 de:Q48183 fr:Q8447 it:Q11920 es:Q8449 ru:Q206855 ja:Q177837 pt:Q11921 nl:Q10000 zh:Q30239 "
    "fa:Q48952 pl:Q1551807 sv:Q169514 ko:Q17985 ar:Q199700 tr:Q58255 he:Q199913 uk:Q199698 cs:Q191168 "
    "fi:Q175482 da:Q181163 no:Q191769 hu:Q53464 ca:Q199693"
)
"""Wikipedia's editions by language."""

RELEASE_KINDS = {
    "Q41253": "cinema",
    "Q289": "television",
    "Q220505": "festival",
    "Q220499": "streaming",
    "Q723685": "streaming",
    "Q5294": "video",
    "Q47770": "video",
    "Q183976": "video",
}
"""By what way a film reached the people (P437)."""

MINUTES = {"Q7727": (1, 1), "Q11574": (1, 60), "Q25235": (60, 1)}
"""Minutes, seconds and hours: by what to multiply and to divide."""

FAMILIES = {
    "Q37312": "imdb",
    "Q2013": "wikidata",
    "Q52": "wikipedia",
    "Q15241312": "freebase",
    "Q1648457": "freebase",
    "Q20828898": "tmdb",
    "Q105584": "rottentomatoes",
}
"""Sources that are stated (P248), by the witness they are one with."""
