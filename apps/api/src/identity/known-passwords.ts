/**
 * Passwords of twelve signs and more that stand near the top of published breaches, lower case. Shorter ones are refused for their length,
 * and what is made of a common word and a number is caught by {@link COMMON_WORDS}.
 */
export const BREACHED: ReadonlySet<string> = new Set(
  `1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc 1qazxsw23edcvfr4 q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8
  qazwsxedcrfv qazwsxedc123 qazxswedcvfr zaq12wsxcde3 zaq1xsw2cde3 zaq1zaq1zaq1 zxcvbnm12345 zxcvbnmasdfg asdfghjkl123 asdfghjkl1234 asdf1234asdf asdfasdfasdf
  qwerty123456 qwerty1234567 qwerty12345678 qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertzuiop123 qwerty123qwerty qwe123qwe123 qweasdzxc123 qweasdzxc1234 123qweasdzxc
  123qwe123qwe 123qweasd123 1234qwerasdf 1234qwer1234 12345qwert12345 123456qwerty 1234567qwerty 123456789abc 123456789qwe 123456789asd 123456789abcd 123456abcdef
  1a2b3c4d5e6f a1b2c3d4e5f6 a1s2d3f4g5h6 aa123456789a aaa111bbb222 abc123abc123 abcd1234abcd abcd12345678 abcdef123456 abcdefg12345 abcdefg123456 abc123456789 abc1234567890
  password1234 password12345 password123456 password1234567 password123456789 passwordpassword password1password passw0rd1234 p@ssw0rd1234 p@ssword1234 pa55word1234
  mypassword123 mypassword1234 newpassword1 newpassword123 changeme1234 changeme12345 changemenow1 letmein12345 letmein123456 letmeinplease welcome12345 welcome123456 welcome2024! welcome2025!
  iloveyou1234 iloveyou12345 iloveyou123456 iloveyouforever iloveyousomuch iloveyoubaby iloveyou2023 iloveyou2024 ilovemyfamily ilovemymother ilovemyself1
  administrator administrator1 administrator123 admin1234567 admin12345678 admin123456789 adminadmin12 adminadmin123 adminadminadmin superadmin123 rootroot1234 rootrootroot
  testtesttest test12345678 test1234test testing12345 trustno1trustno1 trustnoone12 correcthorsebatterystaple
  unitedstates michaeljordan christopher1 christopher12 metallica123 liverpool123 liverpoolfc1 manchester12 manchesterunited chelseafc123 barcelona123 arsenalfc123 realmadrid12 juventus1234
  superman1234 spiderman123 batman123456 pokemon12345 starwars1234 dragonball12 dragonballz1 harrypotter1 harrypotter123 minecraft123 minecraft1234 fortnite1234 counterstrike
  sunshine1234 princess1234 football1234 baseball1234 basketball12 basketball123 whatever1234 computer1234 internet1234 security1234 blink182blink blink182blink182
  jordan232323 michael12345 jennifer1234 elizabeth123 alexander123 nicholas1234 jessica12345 thunder12345 freedom12345 monkey123456 dragon123456 master123456 shadow123456
  slovensko123 slovensko1234 slovakia1234 bratislava12 bratislava123 bratislava1234 ceskarepublika ceskoslovensko praha1234567 banskabystrica kosice123456 zilina123456
  mojeheslo123 mojeheslo1234 tajneheslo12 tajneheslo123 tajneheslo1234 heslo1234567 heslo12345678 heslo123456789 hesloheslo12 hesloheslo123 hesloheslohes heslojeheslo nejlepsiheslo
  milujemta123 milujem12345 miluju123456 milujite1234 milacik12345 laska1234567 slniecko1234 slnieckoslniecko sluníčko1234 zlaticko1234 macicka12345 princezna123 dusinka12345
  martin123456 martina12345 michal123456 peter1234567 lucia1234567 veronika1234 katarina1234 zuzana123456 tomas1234567 jakub1234567 lukas1234567 patrik123456
  spartapraha1 spartapraha12 slaviapraha1 slovanbratislava slovanba1919 hokejhokej12 futbalfutbal futbal123456
  ukraina12345 ukraine12345 slavaukraini slavaukraini1 parol1234567 parol12345678 parolparol12 kiev12345678 kyiv12345678 dynamokyiv12 dynamokiev12 privet123456 qwerty777777
  marina123456 natasha12345 svetlana1234 vladimir1234 aleksandr123 anastasia123 nastya123456 andrey123456 dmitriy12345 sergey123456
  hesloheslo1234 adminheslo123 spravca12345 starosta1234 primator1234 obecnyurad12 mestskyurad1 mestskyurad12 mestskyurad123
  000000000000 111111111111 121212121212 123123123123 123123123321 123321123321 123412341234 123454321123 123456123456 123456654321 123456789012 1234567890123 12345678901234 123456789123 1234567891011 1234567891234 123456789987 987654321012 987654321123 098765432100 112233445566 11223344556677 101010101010 131313131313 147258369147 159357159357 159753159753 159951159951 222222222222 333333333333 420420420420 555555555555 666666666666 696969696969 777777777777 789456123789 888888888888 999999999999`
    .split(/\s+/),
);

/**
 * Words that alone, or with numbers and signs around them, make no password: the commonest of breaches, and what lies at hand in a town hall.
 * Without diacritics, lower case.
 */
export const COMMON_WORDS: readonly string[] =
  `password passwort heslo parol tajne tajny tajneheslo mojeheslo noveheslo administrator admin administracia spravca spravce uzivatel pouzivatel user root guest host test testing
  login signin prihlasenie prihlaseni welcome vitajte vitame letmein changeme secret default temporary docasne qwerty qwertz qwertyuiop qwertzuiop asdfgh asdfghjkl yxcvbnm zxcvbnm
  iloveyou love laska milujem milujemta miluju monkey dragon master shadow sunshine princess princezna football futbal fotbal hokej hockey superman batman pokemon starwars minecraft freedom sloboda svoboda
  computer pocitac internet security bezpecnost facebook google gmail samsung iphone microsoft windows office zoom teams
  summer winter spring autumn leto zima jar jaro jesen podzim januar februar marec april maj jun jul august september oktober november december leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec
  pondelok utorok streda stvrtok piatok sobota nedela pondeli utery ctvrtek patek nedele monday friday sunday
  spolupracovna spolupraca spoluprace participacia participace workshop stretnutie setkani hlasovanie hlasovani nastenka tabula
  mesto mestsky mestskyurad magistrat radnice radnica urad obec obecny obecniurad obecnyurad kraj krajsky vuc samosprava zastupitel zastupitelstvo poslanec starosta starostka primator primatorka prednosta komisia komise vybor rada
  slovensko slovakia slovak slovenska cesko czech ceska ceskarepublika ceskoslovensko ukraine ukraina ukrajina europe europa
  bratislava kosice presov zilina banskabystrica bystrica nitra trnava trencin martin poprad zvolen praha brno ostrava plzen liberec olomouc karlovyvary havirov kyiv kiev lviv kharkiv odesa
  michael michal martin peter petr jozef josef pavol pavel jakub tomas lukas matej maria marie anna jana lucia lucie katarina katerina veronika zuzana eva lenka monika sofia natalia olena`
    .split(/\s+/);
