package io.kehu.migration.clean.standardise;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamePartsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "山田 太郎|太郎|山田", "王小明|小明|王", "欧阳娜娜|娜娜|欧阳", "李娜|娜|李", "佐藤さくら|さくら|佐藤", "高橋健|健|高橋",
			"長谷川健太|健太|長谷川", "佐々木 希|希|佐々木", "김민준|민준|김", "김 민준|민준|김", "남궁민수|민수|남궁", "이산|산|이", "سلمان، محمد|محمد|سلمان",
			"YAMADA Taro|Taro|YAMADA", "Taro YAMADA|Taro|YAMADA", "DE LA CRUZ Juan|Juan|DE LA CRUZ", "LI Wei|Wei|LI",
			"JD Smith|JD|Smith", "J.D. Smith|J.D.|Smith", "ANNA SCHMIDT|ANNA|SCHMIDT",
			"Иванов Иван Петрович|Иван Петрович|Иванов", "Иван Петрович Иванов|Иван Петрович|Иванов",
			"Петрова Анна Сергеевна|Анна Сергеевна|Петрова", "Иванов Иван|Иван|Иванов", "Нина Петрова|Нина|Петрова",
			"Ivanov Ivan Petrovich|Ivan Petrovich|Ivanov", "Nguyễn Văn An|Văn An|Nguyễn",
			"José Ortega y Gasset|José|Ortega y Gasset", "Anna Berg|Anna|Berg",
			"Ortega y Gasset, José|José|Ortega y Gasset", "Santiago Ramón y Cajal|Santiago|Ramón y Cajal",
			"María García López|María|García López", "Ana María Pérez Ruiz|Ana María|Pérez Ruiz",
			"Juan de la Cruz López|Juan|de la Cruz López", "João Silva Santos|João|Silva Santos",
			"Berg, Jan van den|Jan|van den Berg", "Beethoven, Ludwig van|Ludwig|van Beethoven",
			"Silva, Maria da|Maria|da Silva", "Schmidt, M.|M.|Schmidt", "M. K. Gandhi|M. K.|Gandhi",
			"Kim Min-jun|Min-jun|Kim", "Park Ji-sung|Ji-sung|Park", "Min-jun Kim|Min-jun|Kim",
			"Chen Shui-bian|Shui-bian|Chen", "Anna Meier-schmidt|Anna|Meier-schmidt", "Lee Harper|Lee|Harper",
			"Kim Novak|Kim|Novak", "Nguyen Van An|Van An|Nguyen", "Tran Thi Mai|Thi Mai|Tran",
			"Nguyễn Thị Mai|Thị Mai|Nguyễn", "Mai Schmidt|Mai|Schmidt", "Kovács János|János|Kovács",
			"Nagy Anna|Anna|Nagy", "Anna Nagy|Anna|Nagy", "Марко Јовановић|Марко|Јовановић",
			"Дарко Николић|Дарко|Николић", "Јовановић Марко|Марко|Јовановић", "Ева Павлова|Ева|Павлова", "江川卓|卓|江川",
			"石橋凌|凌|石橋", "梅原猛|猛|梅原", "高畑勲|勲|高畑", "金子美香|美香|金子", "田中华|中华|田", "선우진아|진아|선우", "독고진|진|독고" })
	void splitsByScriptAndLists(String name, String given, String family) {
		assertThat(NameParts.of(name)).isEqualTo(NameParts.of(given, family));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Müller GmbH & Co. KG", "Siemens AG", "Miller & Sons", "Acme Ltd.", "ООО Ромашка",
			"株式会社山田", "北京科技有限公司", "삼성 주식회사", "Kowalski Sp. z o.o.", "Novák s.r.o.", "Jansen B.V.", "Bakery Inc.",
			"شركة النور", "Müller Gmbh", "acme inc.", "acme ltd", "acme ag", "SARL Dupont", "SCI Les Pins",
			"Deutsche Bank", "Bäckerei Schmidt", "Firma Müller", "Fa. Müller", "Ditta Rossi", "Volksbank Ulm",
			"Pharmacie Martin", "株式会社山田 御中" })
	void splitsNoCompanies(String name) {
		NameParts parts = NameParts.of(name);

		assertThat(parts.problem()).contains("company");
		assertThat(parts.family()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mr & Mrs Smith", "Hans und Anna Müller", "Anna + Bob Lee", "Herr und Frau Berg",
			"Иван и Анна Петровы", "Jean et Marie Dupont", "Anna/Bob Lee", "Familie Schmidt", "Fam. Müller",
			"The Smiths", "Eheleute Schmidt", "Juan y María García", "Juan Pérez y María García", "Maria e João Silva",
			"Famiglia Rossi" })
	void splitsNoCouples(String name) {
		assertThat(NameParts.of(name).problem()).contains("several persons");
	}

	@ParameterizedTest
	@ValueSource(strings = { "山田太郎次郎", "太郎", "アンナ・ミュラー", "김", "황금독수리", "Wang Xiaoming", "Анна Мария", "Room 101",
			"Wong Kar-wai", "Tsai Ing-wen", "Anna Lang-huber", "anna@example.org", "田中", "高橋", "金子", "金子涵", "金子豪",
			"畑中恵", "황보라", "선우진", "선우", "M. Schmidt", "M. Smith", "M. Jean Dupont", "Kim Min Jun", "Nguyen An",
			"Kovács Schmidt", "Chen Li", "García Juan", "García López", "Juan Martín López", "Maria Garcia Smith",
			"De Luca", "Van Morrison" })
	void flagsWhatCannotBeTold(String name) {
		NameParts parts = NameParts.of(name);

		assertThat(parts.problem()).isNotBlank();
		assertThat(parts.family()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "王先生|先生||王|", "李女士|女士||李|", "陈小姐|小姐||陈|", "佐藤様|様||佐藤|", "田中様|様||田中|",
			"山田太郎様|様|太郎|山田|", "山田 太郎 様|様|太郎|山田|", "김민준님|님|민준|김|", "김 씨|씨||김|", "佐藤|||佐藤|",
			"Dipl.-Ing. Max Müller|Dipl.-Ing|Max|Müller|", "Dr. med. Anna Schmidt|Dr med|Anna|Schmidt|",
			"Dr.med. Anna Schmidt|Dr.med|Anna|Schmidt|", "Dr.-Ing. Max Müller|Dr.-Ing|Max|Müller|",
			"Sr. Juan García|Sr|Juan|García|", "Sig. Rossi|Sig||Rossi|", "Dhr. Jansen|Dhr||Jansen|",
			"Mag. Anna Huber|Mag|Anna|Huber|", "John Smith, Ph.D.||John|Smith|Ph.D",
			"Anna Müller, M.A.||Anna|Müller|M.A", "Anna Müller M.A.||Anna|Müller|M.A", "John Smith, MA||John|Smith|MA",
			"Anna Ma||Anna|Ma|", "John Smith Sr.||John|Smith|Sr", "van Dijk|||van Dijk|" })
	void takesTitlesAndSuffixes(String name, String title, String given, String family, String suffix) {
		assertThat(NameParts.of(name)).isEqualTo(new NameParts(title, given, family, suffix, null));
	}

}
