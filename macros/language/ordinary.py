"""Short ordinary words of English, which documents also print in capitals to stress them: `Tell US what you think`."""

_LIST = (
    "a/able/about/act/add/after/again/aid/aim/all/alone/also/always/am/an/and/any/are/area/as/ask/at/away/bad/be/been/"
    "best/bid/big/both/but/buy/by/call/came/can/care/case/come/cope/cost/could/cut/did/do/does/done/down/due/each/early/"
    "else/end/ever/every/exit/far/fast/few/find/first/fit/five/for/form/four/free/from/full/gain/gave/get/give/go/goes/"
    "gone/good/got/had/half/hard/has/hate/have/he/help/her/here/high/him/his/hold/hope/hot/how/i/if/in/into/is/it/its/"
    "join/just/keep/key/know/last/late/lead/less/let/like/link/list/live/long/look/lost/low/made/main/make/many/may/me/"
    "mean/meet/men/met/mind/mine/more/most/move/much/must/my/near/need/net/never/new/next/nine/no/none/nor/not/now/of/off/"
    "old/on/once/one/only/open/or/other/our/out/over/own/pace/part/past/pay/per/plan/play/put/ran/rate/read/real/rest/"
    "right/rise/risk/run/safe/said/same/save/saw/say/see/seek/seen/self/send/sent/set/seven/shall/share/she/should/show/"
    "side/six/so/some/soon/sort/speak/stand/star/start/state/stay/step/still/stop/such/sure/take/talk/tell/ten/test/than/"
    "that/the/their/them/then/there/these/they/this/those/three/time/to/told/too/took/top/try/turn/two/under/until/up/"
    "upon/us/use/used/very/view/was/way/we/well/went/were/what/when/where/which/while/who/whom/whose/why/will/wise/with/"
    "within/work/would/year/yes/yet/you/your/"
)
_WORDS = frozenset(_LIST.strip("/").split("/"))


def is_ordinary_word(letters: str) -> bool:
    """Whether an abbreviation in capitals has the letters of an ordinary word, so that in a sentence it may be that
    word: `IT`, `US`, `MET`."""
    return letters.isupper() and letters.lower() in _WORDS
