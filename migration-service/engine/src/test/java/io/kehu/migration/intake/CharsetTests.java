package io.kehu.migration.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists of customers in old character sets are read as they were written, or the preview
 * says that it is unsure.
 */
class CharsetTests {

	private static final String VIETNAMESE = "Nguyê\u0303n Văn An,Trâ\u0300n Thi\u0323 Mai,Pha\u0323m Minh Đư\u0301c,Lê Hoa\u0300ng Yê\u0301n";

	static Stream<Arguments> lists() {
		return Stream.of(
				Arguments.of("windows-31j", "佐藤 太郎,鈴木 花子,高橋 健,田中 美咲,渡辺 翔太,伊藤 さくら,山本 直樹", "東京都新宿区,大阪市北区,横浜市,札幌市"),
				Arguments.of("EUC-JP", "佐藤 太郎,鈴木 花子,高橋 健,田中 美咲,渡辺 翔太,伊藤 さくら,山本 直樹", "東京都新宿区,大阪市北区,横浜市,札幌市"),
				Arguments.of("EUC-JP", "佐藤 太郎,鈴木 花子,高橋 健,田中 美咲,渡辺 翔太", "東京都新宿区,大阪市北区"),
				Arguments.of("Shift_JIS", "佐藤太郎,鈴木花子,中村健一,小林誠", "東京都,京都市"),
				Arguments.of("Big5", "陳志明,林美麗,黃俊傑,張雅婷,王建宏,吳淑惠", "台北市中山路,高雄市,新竹縣,台中市"),
				Arguments.of("GB18030", "张伟,王芳,李娜,刘洋,陈静,杨勇,欧阳娜娜", "北京市朝阳区,上海市浦东新区,广州市,深圳市"),
				Arguments.of("EUC-KR", "김민준,이서연,박지훈,최수빈,정예은,강동원", "서울특별시 강남구,부산광역시,대구광역시"),
				Arguments.of("windows-1254", "Ayşe Yılmaz,Mehmet Çelik,Gülşen Şahin,İbrahim Öztürk,Çağla Doğan",
						"İstanbul,Diyarbakır,Muğla,Eskişehir"),
				Arguments.of("windows-1255", "יוסף כהן,שרה לוי,דוד מזרחי,רחל פרץ,משה ביטון",
						"תל אביב,ירושלים,חיפה,באר שבע"),
				Arguments.of("windows-1256", "محمد أحمد,فاطمة علي,خالد حسن,مريم إبراهيم,يوسف سلمان",
						"القاهرة,الرياض,دبي,عمان"),
				Arguments.of("windows-1251", "Иванов Иван,Ольга Сидорова,Пётр Кузнецов,Анна Смирнова",
						"Москва,Санкт-Петербург,Казань"),
				Arguments.of("windows-1251", "ИВАНОВ ИВАН,ОЛЬГА СИДОРОВА,ПЕТР КУЗНЕЦОВ,АННА СМИРНОВА",
						"МОСКВА,КАЗАНЬ,ТВЕРЬ"),
				Arguments.of("KOI8-R", "Иванов Иван,Ольга Сидорова,Петр Кузнецов,Анна Смирнова",
						"Москва,Санкт-Петербург,Казань"),
				Arguments.of("IBM866", "Иванов Иван,Ольга Сидорова,Петр Кузнецов,Анна Смирнова",
						"Москва,Санкт-Петербург,Казань"),
				Arguments.of("windows-1253", "Γιώργος Παπαδόπουλος,Μαρία Νικολάου,Κώστας Αντωνίου",
						"Αθήνα,Θεσσαλονίκη,Πάτρα"),
				Arguments.of("ISO-8859-15", "Jürgen Müller zahlt 5 €,Zoë Lefèvre,Hélène Cœur,Élodie Ÿ",
						"Köln,Besançon,Münster"),
				Arguments.of("x-MacRoman", "Jürgen Müller,Jörg Weiß,Bärbel Schröder,Käthe Groß",
						"Köln,München,Düsseldorf"),
				Arguments.of("x-MacRoman", "Hélène Lefèvre,François Noël,Chloé Béranger,Zoë Crépin",
						"Besançon,Nîmes,Orléans"),
				Arguments.of("x-MacRoman", "José Muñoz,Begoña Núñez,Íñigo Ibáñez,María Gómez", "León,Málaga,Cádiz"),
				Arguments.of("windows-1252", "Jürgen Müller,Hélène Lefèvre,José Muñoz,João Gonçalves,Søren Ångström",
						"Köln,Besançon,León"),
				Arguments.of("windows-1252", "João Gonçalves,Conceição Simões,Inês Leão", "São Paulo,Guimarães,Évora"),
				Arguments.of("windows-1252", "Þórður Jónsson,Guðrún Sigurðardóttir,Ásta Björnsdóttir",
						"Reykjavík,Kópavogur,Ísafjörður"),
				Arguments.of("windows-1252", "Jürgen Müller – “senior”,Zoë d’Août", "Köln,Nîmes"),
				Arguments.of("windows-1250", "Łukasz Wójcik,Małgorzata Dąbrowska,Wiesław Gołębiewski",
						"Łódź,Gdańsk,Kraków"),
				Arguments.of("windows-1250", "Jiří Dvořák,Žofie Šťastná,Lukáš Černý,Božena Němcová",
						"Plzeň,Děčín,Zlín"),
				Arguments.of("windows-1250", "Ágnes Szőke,László Kovács,Győző Tóth,Erzsébet Fűrész",
						"Győr,Pécs,Hódmezővásárhely"),
				Arguments.of("ISO-8859-2", "Łukasz Wójcik,Małgorzata Dąbrowska,Stanisław Świątek", "Łódź,Gdańsk,Śląsk"),
				Arguments.of("windows-1257", "Jānis Bērziņš,Līga Kalniņa,Žygimantas Šimkus,Eglė Jokūbaitė",
						"Rīga,Jūrmala,Šiauliai"),
				Arguments.of("ISO-2022-JP", "佐藤 太郎,鈴木 花子,高橋 健", "東京都新宿区,大阪市北区"),
				Arguments.of("x-windows-874", "สมชาย ใจดี,สมหญิง รักไทย,ประเสริฐ ศรีสุข,วิชัย ทองคำ",
						"กรุงเทพมหานคร,เชียงใหม่,ขอนแก่น"),
				Arguments.of("Georgian-PS", "გიორგი ბერიძე,ნინო კაპანაძე,დავით მამულაშვილი,თამარ ჯაფარიძე,ლევან ჟვანია",
						"თბილისი,ბათუმი,ქუთაისი,ზუგდიდი"),
				Arguments.of("Georgian-Academy", "გიორგი ბერიძე,ნინო კაპანაძე,დავით მამულაშვილი,თამარ ჯაფარიძე",
						"თბილისი,ბათუმი,ქუთაისი,ზუგდიდი"),
				Arguments.of("ARMSCII-8", "Արամ Պետրոսյան,Անի Հակոբյան,Գևորգ Սարգսյան,Մարիամ Գրիգորյան",
						"Երևան,Գյումրի,Վանաձոր"),
				Arguments.of("windows-1258", VIETNAMESE, "Hà Nô\u0323i,Đa\u0300 Nă\u0303ng,Huê\u0301"),
				Arguments.of("windows-1252", "Niccolò Forlì,Nicolò Bardì,Più Città,Maria Agosti", "Forlì,Cefalù,Cantù"),
				Arguments.of("IBM850", "Jürgen Müller,Jörg Weiß,Bärbel Schröder,Käthe Groß",
						"Köln,München,Düsseldorf"));
	}

	@ParameterizedTest
	@MethodSource("lists")
	void readsListsOfCustomers(String charset, String names, String cities) throws IOException {
		for (int rows : new int[] { 20, 90 }) {
			String text = customers(names.split(","), cities.split(","), rows);

			Reading reading = Reading.of(text.getBytes(KnownCharsets.named(charset)));

			Encoding found = reading.description().encoding();
			String read = reading.rows().get(0).value(1);
			assertThat(read).as("%s, alternatives %s", found.charset(), found.alternatives())
				.isEqualTo(names.split(",")[0]);
			assertThat(found.alternatives()).as("alternatives to %s", found.charset()).hasSizeLessThan(4);
			assertThat(reading.rows()).hasSize(rows)
				.allSatisfy((row) -> assertThat(text).contains(row.value(1) + "," + row.value(2)));
		}
	}

	@Test
	void saysWhenItIsUnsure() throws IOException {
		Reading sure = Reading.of("id,name\n1,Jürgen Müller\n2,Weiß\n".getBytes(Charset.forName("windows-1252")));
		assertThat(sure.description().encoding().alternatives()).isEmpty();

		Reading unsure = Reading.of("id,name\n1,Sz\u00F5ke\n".getBytes(Charset.forName("windows-1252")));

		assertThat(unsure.description().encoding().alternatives()).isNotEmpty();
		assertThat(unsure.description().encoding().evidence()).startsWith("unsure");
	}

	@Test
	void saysThatNoCharacterSetMakesSense() throws IOException {
		StringBuilder text = new StringBuilder("id,name\n");
		SplittableRandom random = new SplittableRandom(5);
		for (int i = 0; i < 40; i++) {
			text.append(i).append(',');
			for (int letter = 0; letter < 8; letter++) {
				text.append((char) random.nextInt(0x81, 0xFE));
			}
			text.append('\n');
		}

		Encoding found = Reading.of(text.toString().getBytes(StandardCharsets.ISO_8859_1)).description().encoding();

		assertThat(found.evidence()).startsWith("unsure");
		assertThat(found.alternatives()).isNotEmpty();
	}

	private static String customers(String[] names, String[] cities, int rows) {
		SplittableRandom random = new SplittableRandom(7);
		StringBuilder text = new StringBuilder("id,name,city,amount\n");
		for (int i = 0; i < rows; i++) {
			text.append(i)
				.append(',')
				.append(names[i % names.length])
				.append(',')
				.append(cities[random.nextInt(cities.length)])
				.append(',')
				.append(random.nextInt(1000))
				.append('\n');
		}
		return text.toString();
	}

}
