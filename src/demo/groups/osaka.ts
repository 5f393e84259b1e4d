// 水都インフラ夜話 in Osaka: a small room that is always full, every fourth Friday. Invented, like everybody in it.
import type { GroupScript } from '../script.ts';
import { osakaEvenings } from './osaka-evenings.ts';

export const osaka: GroupScript = {
  key: 'suito',
  name: '水都インフラ夜話',
  place: '大阪 Osaka',
  country: 'JP',
  latitude: 34.6937,
  longitude: 135.5023,
  zone: 'Asia/Tokyo',
  language: 'ja',
  color: '#b91c1c',
  founded_on: '2019-04-12',
  about: `サーバーやネットワークの裏側で起きたことを、仕事帰りに小さな部屋で話す会です。四週間に一度の金曜日、発表は二本。

会場は四十席です。満席のときは順番待ちに並んでください。毎回、三人から五人ほどに席が回ります。来られなくなったら、早めに席を返してもらえると助かります。ボタンひとつで済みますし、理由は聞きません。

**はじめての方へ** 受付で「はじめて」と伝えてください。たこのシールを貼った人が、席まで案内します。

**話してみたい方へ** 五分でも、うまくいかなかった話でも歓迎します。資料がなくても大丈夫です。スポンサーの枠は最初の五分だけで、発表の時間を売ることはありません。`,
  website: 'https://suito.example.jp/',
  founder: { name: '水野千尋', address: 'chihiro.mizuno@example.jp' },
  team: [
    { name: '川端亮', address: 'ryo.kawabata@example.jp', role: 'owner', sinceDays: 20 },
    { name: '三輪さくら', address: 'sakura.miwa@example.jp', role: 'organiser', sinceDays: 180 },
  ],
  mark: 'octopus.svg',
  contacts: [
    { name: '川端亮', address: 'ryo.kawabata@example.jp' },
    { name: '三輪さくら', address: 'sakura.miwa@example.jp' },
  ],
  conduct: 'contributor-covenant-1.4.ja',
  people: { many: 170, cultures: { japanese: 92, english: 3, vietnamese: 3, korean: 2 } },
  weekday: 5,
  hours: ['19:00', '21:00'],
  doorsBefore: 30,
  places: {
    mio: {
      name: '澪標ビル 5階 川の間',
      address: '大阪市中央区灯町一丁目2-3',
      arrival:
        '正面玄関は18時に閉まります。橋の側にある通用口のインターホンで「夜話」と伝えてください。エレベーターで5階まで上がり、出て左の突き当たりです。\n\n段差はありません。多目的トイレも同じ階にあります。終電が気になる方は、遠慮なく途中で出てください。',
      room: 40,
    },
    sento: {
      name: '旧・松の湯 二階広間',
      address: '大阪市中央区灯町三丁目8',
      arrival: '元銭湯の二階です。のれんをくぐり、下足箱に靴を入れて、番台の横の階段を上がってください。',
      room: 28,
    },
  },
  says: { doors: '開場', welcome: 'はじめに', welcomeBy: '水野千尋', social: 'たこ焼きと雑談' },
  evenings: osakaEvenings,
  came: 556,
};
