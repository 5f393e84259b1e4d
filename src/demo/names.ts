// Names of people who do not exist, from many places, each in its own script and in letters a mail address can have.
import type { Dice } from './dice.ts';

type Culture = { given: string; family: string; familyFirst?: true; together?: true };

/** Words apart by blanks; `native/latin` where the script is not Latin. */
export const cultures: Readonly<Record<string, Culture>> = {
  english: {
    given:
      'Abby Caleb Dana Ellis Frances Gwen Harlan Imogen Jonah Keziah Lowell Maeve Nolan Odette Perry Quinn Rosalie Silas Tamsin Wendell',
    family:
      'Alderbrook Birchfield Calloway Dunmere Eastlake Fenwick Greyling Hollins Ivers Kettleby Larkmoor Marsh Northcott Oakes Penhallow Quillan Ravensby Stroud Thackery Winslade',
  },
  spanish: {
    given: 'Tomás Lucía Mateo Inés Joaquín Marisol Rafael Ximena Andrés Paloma Íñigo Noelia',
    family: 'Herrera Zúñiga Montalvo Quiroga Belmonte Arriaga Solís Peñaloza Carrasco Ybarra',
  },
  indian: {
    given: 'Priya Arjun Kavya Rohan Meera Vikram Ananya Dev Ishani Nikhil',
    family: 'Raman Deshpande Iyer Chaudhary Menon Bhatt Kulkarni Sengupta Pillai Nair',
  },
  vietnamese: {
    given: 'Hạnh Minh Linh Quân Thảo Dũng Mai Khôi',
    family: 'Nguyễn Trần Phạm Lê Đặng Vũ Hoàng Bùi',
    familyFirst: true,
  },
  korean: {
    given: '서연/seoyeon 민준/minjun 지우/jiwoo 하은/haeun 도윤/doyun 수아/sua',
    family: '김/kim 이/lee 박/park 최/choi 정/jung 강/kang',
    familyFirst: true,
    together: true,
  },
  arabic: {
    given: 'عمر/omar ليلى/layla سامي/sami نور/noor زينب/zaynab كريم/karim',
    family: 'حداد/haddad منصور/mansour خليل/khalil زيدان/zidan صباغ/sabbagh',
  },
  polish: {
    given: 'Zofia Bartek Halina Kacper Jagoda Witold Łucja',
    family: 'Brzozowska Zielny Kaczorek Gwiazda Słowik Dąbek Wrzos',
  },
  greek: {
    given: 'Σοφία/sofia Νίκος/nikos Ελένη/eleni Πέτρος/petros',
    family: 'Παππά/pappa Γαλάνη/galani Αμπέλη/ampeli Θάλασσα/thalassa',
  },
  ukrainian: {
    given: 'Олена/olena Тарас/taras Соломія/solomiia Богдан/bohdan Ярина/yaryna Остап/ostap',
    family: 'Калинова/kalynova Вербицька/verbytska Гайовий/haiovyi Соловей/solovei Журавель/zhuravel',
  },
  japanese: {
    given:
      '陽菜/hina 蓮/ren 結衣/yui 悠斗/yuto 美咲/misaki 大地/daichi 千尋/chihiro 直樹/naoki 彩/aya 拓海/takumi 詩織/shiori 健太/kenta 葵/aoi 亮/ryo 真央/mao 涼/suzu さくら/sakura 航/wataru',
    family:
      '佐藤/sato 青柳/aoyagi 水野/mizuno 橋本/hashimoto 川端/kawabata 浜崎/hamasaki 三輪/miwa 藤井/fujii 杉山/sugiyama 西野/nishino 森下/morishita 岸本/kishimoto 岡/oka 堀江/horie 大西/onishi 北川/kitagawa 永井/nagai 渡/watari',
    familyFirst: true,
    together: true,
  },
  german: {
    given:
      'Jonas Mareike Thies Frieda Ansgar Lene Ruben Käthe Bastian Ronja Hauke Ilse Konrad Wiebke Jannik Dörte Matthis Svenja Oskar Tilda',
    family:
      'Lindenau Brückner Haselhoff Dornbusch Eschenbach Fichtner Grünling Huflattich Kranich Lorbeer Mühlberg Nußbaumer Rabensteiner Sperling Tannert Uhlenbrock Wacholder Zeisig Möwe Kieselstein',
  },
  turkish: {
    given: 'Elif Kerem Zeynep Barış Defne Onur',
    family: 'Çınar Yıldız Karaca Gündoğdu Şahin Akçay',
  },
};

export type Named = { name: string; address: string };

/** Names nobody in `taken` has, with an address each; `shares` says how many of a hundred come from where. */
export function nameSomebody(dice: Dice, shares: Readonly<Record<string, number>>, taken: Set<string>): Named {
  for (;;) {
    const culture = cultureAt(shares, dice.throw() * 100);
    const { given, family, familyFirst, together } = cultures[culture] as Culture;
    const [first, firstLatin] = spelt(dice.pick(given.split(' ')));
    const [last, lastLatin] = spelt(dice.pick(family.split(' ')));
    const name = (familyFirst ? [last, first] : [first, last]).join(together ? '' : ' ');
    // Large groups run out of pairs: the next one of the same name has an initial between.
    const initial = taken.has(name) && !together ? String.fromCharCode(65 + dice.whole(0, 25)) : '';
    const said = initial ? `${first} ${initial}. ${last}` : name;
    const local = [firstLatin, initial.toLowerCase(), lastLatin].filter(Boolean).join('.');
    const address = `${local}@${culture === 'japanese' ? 'example.jp' : 'example.org'}`;
    if (taken.has(said) || taken.has(address) || (initial && familyFirst)) continue;
    taken.add(said).add(address);
    return { name: said, address };
  }
}

function cultureAt(shares: Readonly<Record<string, number>>, at: number): string {
  let left = at;
  for (const [culture, share] of Object.entries(shares)) {
    left -= share;
    if (left < 0) return culture;
  }
  return Object.keys(shares)[0] ?? 'english';
}

function spelt(word: string): [native: string, latin: string] {
  const [native = '', latin = native] = word.split('/');
  return [native, plain(latin)];
}

const letters: Record<string, string> = { ß: 'ss', ł: 'l', đ: 'd', ä: 'ae', ö: 'oe', ü: 'ue', ı: 'i' };

function plain(text: string): string {
  return [...text.normalize('NFC').toLowerCase()]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/[^a-z]/g, '');
}
