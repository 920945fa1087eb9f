import type { Language } from './places';

/** People who write their name in another script: `[name as written, first name, last name, name for the address, language]`. */
export const nativeNames: readonly (readonly [string, string, string, string, Language])[] = [
  ['佐藤 健太', '健太', '佐藤', 'kenta.sato', 'ja'],
  ['鈴木 美咲', '美咲', '鈴木', 'misaki.suzuki', 'ja'],
  ['高橋 さくら', 'さくら', '高橋', 'sakura.takahashi', 'ja'],
  ['渡辺 翔', '翔', '渡辺', 'sho.watanabe', 'ja'],
  ['محمد الأحمد', 'محمد', 'الأحمد', 'mohammed.alahmad', 'ar'],
  ['ليلى حدّاد', 'ليلى', 'حدّاد', 'layla.haddad', 'ar'],
  ['عبد الله بن يوسف', 'عبد الله', 'بن يوسف', 'abdullah.benyoussef', 'ar'],
  ['نورة القحطاني', 'نورة', 'القحطاني', 'noura.alqahtani', 'ar'],
  ['יעל כהן', 'יעל', 'כהן', 'yael.cohen', 'en'],
  ['김서연', '서연', '김', 'seoyeon.kim', 'en'],
  ['王小明', '小明', '王', 'xiaoming.wang', 'en'],
  ['陳美玲', '美玲', '陳', 'meiling.chen', 'en'],
  ['Юлия Щербакова', 'Юлия', 'Щербакова', 'yulia.shcherbakova', 'en'],
  ['Олександр Ґалаґан', 'Олександр', 'Ґалаґан', 'oleksandr.galagan', 'pl'],
  ['Ελένη Παπαδοπούλου', 'Ελένη', 'Παπαδοπούλου', 'eleni.papadopoulou', 'en'],
  ['अनुष्का शर्मा-राव', 'अनुष्का', 'शर्मा-राव', 'anushka.sharmarao', 'hi'],
  ['ธนพร ศรีสวัสดิ์', 'ธนพร', 'ศรีสวัสดิ์', 'thanaporn.srisawat', 'en'],
  ['Nguyễn Thị Ánh Tuyết', 'Ánh Tuyết', 'Nguyễn Thị', 'anhtuyet.nguyen', 'en'],
];
