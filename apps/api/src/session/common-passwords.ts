/**
 * Passwords that head the published lists of breaches, and what the same habits make of words used here; guessers try
 * these first. In lower case, and counted in with digits or signs at their end.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
0000 000000 0000000000 0123456789 0987654321 101010 1029384756 1111 11111 111111 11111111 1111111111 112233 1122334455
121212 1212121212 123123 123123123 1231231231 123321 1234 12344321 12345 1234512345 123456 1234567 12345678 123456789
1234567890 1234567891 12345678910 123456789a 123456a 123456qwerty 12345qwert 1234abcd 1234qwer 123654 123abc 123qwe
131313 147258369 159357 159357456 159753 1990 1a2b3c4d5e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc 2000 222222
2222222222 232323 333333 5201314 5201314520 55555 555555 654321 666666 741852963 777777 7777777 789456 789456123
8675309 87654321 888888 88888888 987654 987654321 9876543210 987654321a 999999 a123456789 a1b2c3d4 aa123456 aaaaaa
abc123 abc12345 abcd1234 abcd12345 abcdefg123 abcdefgh abcdefghij access adidas admin123 admin1234 adminadmin
administrator amanda andrea andrew angel angela annaanna anthony apgaita apgaita123 apples aprupe aprupe123 arsenal
asdf1234 asdfasdf asdfgh asdfghjkl asdfghjkl123 ashley austin autumn2024 autumn2025 autumn2026 badboy bailey banana
barney baseball baseball1 batman batman123 battery beautiful bigdog booboo boomer boston brandon brandy
bulldog buster butter butterfly camaro canada careworker carlos casper changeit changeme changeme123 charles charlie
charlie1 cheese chelsea chester chicago chicken chocolate chris cocacola coffee company123 compaq computer cookie
cooper coordinator correct correcthorsebatterystaple corvette cowboy cowboys crystal dakota dallas daniel danielle
daugava daugavpils david default dennis diablo diamond dragon dragon123 draugi draugiem eagles edward enter
esmilutevi facebook123 falcon fender ferrari fishing flower football football1 forever freedom gandalf gateway george
gfhjkm ginger godzilla golden golfer google123 guest guitar hammer hannah hardcore harley healthcare heather hello
hockey homecare homecare1 horse hospital hunter hunter123 iceman iloveher ilovehim iloveyou iloveyou1 iloveyou123
instagram internet iphone123 jackie jackson james janisjanis january2026 jasmine jasper jelgava jennifer jennifer1
jessica johnny johnson jonathan jordan jordan123 jordan23 joseph joshua junior jurmala justin kakitis killer klaster
knight lakers lalala latvija latvija1 lauren letmein letmein123 letmeinnow liepaja liverpool london love lovelove
loveyou123 madison maggie mamamama manager123 manaparole mansparole marina marine marlboro martin master master123
matrix matthew maverick melissa mercedes merlin michael michael1 michelle mickey microsoft midnight mike miller
miluunmilu minecraft money monkey monkey123 monster morgan mother muffin murphy mustang mypassword mypassword1 nascar
natasha ncc1701 nicole nikita nirvana nopassword november2026 nurse123 office123 oliver orange p@ssw0rd p@ssword
panther parol parole parole123 paroles parolparol pass passphrase passw0rd password password1 password12 password123
password1234 password12345 passwordpassword passwords patrick pavasaris peanut pepper phoenix player playstation
please pokemon pokemon123 porsche prince princess princess1 privet purple q123456789 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6
qazwsx qazwsxedc qazwsxedcrfv qazxsw qwaszx qwe123456 qwe123qwe qweasd123 qweasdzxc qwer1234 qwerty qwerty123
qwerty12345 qwertyqwerty qwertyui qwertyuiop qwertyuiop123 rabbit rachel raiders rainbow123 ranger rangers razz redsox
richard riga2020 rigariga robert root rudens samantha samsung samsung123 saulespuke saulite scooby scooter scorpion
secret secretsecret shadow shadow123 shannon silver slayer slimnica slipknot smokey snoopy soccer sophie sparky
spider spring2024 spring2025 spring2026 staple starwars starwars123 steelers steven strawberry summer summer2020
summer2021 summer2022 summer2023 summer2024 summer2025 summer2026 sunitis sunshine sunshine1 superman superman1
sweetheart taylor temp1234 temporary temppass tennis test tetis123 thisisapassword thomas thunder thx1138 tiger tigers
tigger toor toyota trustno1 trustno1trustno1 turtle valmiera vasara ventspils victoria welcome welcome1 welcome123
welcome2025 welcome2026 whatever whatsapp william windows10 winner winston winter winter2020 winter2021 winter2022
winter2023 winter2024 winter2025 winter2026 wizard woaini1314 yamaha yankees yellow yourpassword zaq12wsx ziema zxcvbn
zxcvbnm zxcvbnm123 zxcvbnm1234567 zxcvbnmasd
`
    .trim()
    .split(/\s+/),
);
